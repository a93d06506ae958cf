package org.tssj.tpm20.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.Load;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrEvent;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.pcr.PcrReset;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.session.StartAuthSession;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.signing.VerifySignature;
import org.tssj.tpm20.command.startup.Shutdown;
import org.tssj.tpm20.command.startup.Startup;
import org.tssj.tpm20.command.testing.SelfTest;
import org.tssj.tpm20.structure.constant.CommandCode;

/**
 * Every command this version has a record for, by name and by number. The declaration behind a name
 * is linked when it is asked for, so that a short run pays for the commands it meets.
 */
public final class Commands {

  private record Entry(String name, int code, Supplier<CommandSpec<?, ?>> spec) {}

  private static final Map<String, Entry> BY_NAME = new LinkedHashMap<>();
  private static final Map<Integer, List<Entry>> BY_CODE = new LinkedHashMap<>();

  static {
    put("Startup", () -> Startup.SPEC);
    put("Shutdown", () -> Shutdown.SPEC);
    put("SelfTest", () -> SelfTest.SPEC);
    put("StartAuthSession", () -> StartAuthSession.SPEC);
    put("Create", () -> Create.SPEC);
    put("Load", () -> Load.SPEC);
    put("ReadPublic", () -> ReadPublic.SPEC);
    put("GetRandom", () -> GetRandom.SPEC);
    put("Quote", () -> Quote.SPEC);
    put("VerifySignature", () -> VerifySignature.SPEC);
    put("Sign", () -> Sign.SPEC);
    put("PCR_Extend", () -> PcrExtend.SPEC);
    put("PCR_Event", () -> PcrEvent.SPEC);
    put("PCR_Read", () -> PcrRead.SPEC);
    put("PCR_Reset", () -> PcrReset.SPEC);
    put("PolicySecret", () -> PolicySecret.SPEC);
    put("CreatePrimary", () -> CreatePrimary.SPEC);
    put("Clear", () -> Clear.SPEC);
    put("HierarchyChangeAuth", () -> HierarchyChangeAuth.SPEC);
    put("FlushContext", () -> FlushContext.SPEC);
    put("EvictControl", () -> EvictControl.SPEC);
    put("GetCapability", () -> GetCapability.SPEC);
  }

  private Commands() {}

  private static void put(String name, Supplier<CommandSpec<?, ?>> spec) {
    int code =
        CommandCode.named(name)
            .orElseThrow(() -> new IllegalStateException("no TPM_CC_" + name))
            .value();
    Entry entry = new Entry("TPM2_" + name, code, spec);
    BY_NAME.put(plain(name), entry);
    BY_CODE.computeIfAbsent(code, ignored -> new ArrayList<>()).add(entry);
  }

  /** One form for the three of a name: TPM2_PCR_Read, PCR_Read and PcrRead are pcrread. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(tpm2_|tpm_cc_)", "").replace("_", "");
  }

  /** The names of all, as the specification writes them. */
  public static List<String> names() {
    return BY_NAME.values().stream().map(Entry::name).toList();
  }

  /**
   * The command with this name.
   *
   * @param name as the specification writes it, with or without {@code TPM2_}, or as our record is
   *     called; case does not matter
   */
  public static Optional<CommandSpec<?, ?>> named(String name) {
    return Optional.ofNullable(BY_NAME.get(plain(name))).map(entry -> entry.spec().get());
  }

  /**
   * The commands with this number. There may be two: TPM2_HMAC and TPM2_MAC share theirs, and their
   * wire form.
   *
   * @param code TPM_CC
   */
  public static List<CommandSpec<?, ?>> byCode(int code) {
    List<CommandSpec<?, ?>> found = new ArrayList<>();
    BY_CODE.getOrDefault(code, List.of()).forEach(entry -> found.add(entry.spec().get()));
    return found;
  }
}
