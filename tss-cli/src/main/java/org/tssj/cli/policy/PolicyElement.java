package org.tssj.cli.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyPhysicalPresence;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * One element of a policy as a word of a command line: {@code pcr:sha256:0,7}, {@code authvalue},
 * {@code secret:owner}, {@code or:A.json,B.json}. The words of a line, in their order, are a
 * policy.
 *
 * @param name what is asked for
 * @param value what stands behind the first colon; empty for none
 * @param options {@code key=value} pairs behind that
 */
public record PolicyElement(String name, String value, Map<String, String> options) {

  /** Every word there is, with what it means. */
  public static final List<List<String>> GRAMMAR =
      List.of(
          List.of("pcr:BANK:LIST", "PCRs have the values they have now, or those of --pcr-values"),
          List.of("authvalue", "the object's secret, proved by an HMAC"),
          List.of("password", "the object's secret, sent in the clear"),
          List.of("command:NAME", "for this command only, as Unseal, Sign, Duplicate"),
          List.of(
              "secret:ENTITY", "the secret of owner, endorsement, lockout, platform or a handle"),
          List.of("signed:FILE", "whoever has this key signs; PEM or TPM2B_PUBLIC"),
          List.of("authorized:FILE", "whatever policy this key's owner has approved"),
          List.of("authorizednv:INDEX", "the policy whose digest this NV index holds"),
          List.of("nv:INDEX:OP:HEX", "an NV index compares so: eq, neq, unsigned_ge, bitset, ..."),
          List.of("timer:WHAT:OP:HEX", "time, clock, resets or restarts compares so"),
          List.of("nvwritten:yes|no", "the NV index has been written, or has not"),
          List.of("locality:LIST", "from one of these localities, as 0,3"),
          List.of("presence", "somebody is present"),
          List.of("duplicate:PARENT", "to be sent to this parent alone: Name in hex, or a file"),
          List.of("cphash:HEX", "a command with these parameters"),
          List.of("namehash:HEX", "a command on these objects"),
          List.of("template:HEX", "making an object with this template's digest"),
          List.of("or:FILE,FILE,...", "any one of these policies"),
          List.of("file:FILE", "all elements of this policy"));

  private static final Map<String, Handle> HIERARCHIES =
      Map.of(
          "owner", Handle.OWNER,
          "endorsement", Handle.ENDORSEMENT,
          "lockout", Handle.LOCKOUT,
          "platform", Handle.PLATFORM);

  /** Offsets and sizes in TPMS_TIME_INFO. */
  private static final Map<String, Integer> TIMES =
      Map.of("time", 0, "clock", 8, "resets", 16, "restarts", 20);

  /** What elements are made with: a TPM or none, files, and values that are to come. */
  public record Maker(Facts facts, Optional<org.tssj.core.PcrValues> values, Environment machine) {}

  /**
   * Reads a word.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static PolicyElement parse(String word) {
    int colon = word.indexOf(':');
    String name = colon < 0 ? word : word.substring(0, colon);
    boolean known =
        GRAMMAR.stream().anyMatch(each -> each.get(0).replaceFirst(":.*", "").equals(name));
    if (!known) {
      throw new IllegalArgumentException(
          "no element of a policy is \"" + name + "\"; tpm policy create --help lists them");
    }
    String rest = colon < 0 ? "" : word.substring(colon + 1);
    Map<String, String> options = new TreeMap<>();
    List<String> value = new ArrayList<>();
    for (String part : rest.split(";", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? "" : part.substring(0, equals);
      if (key.equals("ref") || key.equals("hash") || key.equals("object")) {
        options.put(key, part.substring(equals + 1));
      } else {
        value.add(part);
      }
    }
    return new PolicyElement(name, String.join(";", value), options);
  }

  /**
   * A policy with this element at its end.
   *
   * @throws UsageException if its value is none
   */
  public Policy after(Policy before, Maker maker) throws IOException {
    try {
      return added(before, maker);
    } catch (IllegalArgumentException e) {
      throw new UsageException(name + ": " + e.getMessage(), e);
    }
  }

  private Policy added(Policy before, Maker maker) throws IOException {
    return switch (name) {
      case "pcr" -> before.pcrs(pcrs(maker));
      case "authvalue" -> before.authValue();
      case "password" -> before.password();
      case "presence" -> before.step(new PolicyPhysicalPresence(Handle.NULL));
      case "command" ->
          before.commandCode(
              CommandCode.named(value)
                  .orElseThrow(() -> new IllegalArgumentException("no command is " + value)));
      case "secret" -> before.secret(entity(maker), ref());
      case "signed" -> before.signedBy(key(maker), ref());
      case "authorized" -> before.authorizedBy(key(maker), ref());
      case "authorizednv" -> before.authorizedBy(maker.facts().named(handle(value)));
      case "nv" -> {
        Comparison compared = Comparison.parse(value);
        yield before.nv(
            maker.facts().named(handle(compared.what())), compared.operand(), 0, compared.how());
      }
      case "timer" -> {
        Comparison compared = Comparison.parse(value);
        Integer offset = TIMES.get(compared.what());
        if (offset == null) {
          throw new IllegalArgumentException(
              "time, clock, resets or restarts is compared, not " + compared.what());
        }
        yield before.counterTimer(
            padded(compared.operand(), offset < 16 ? 8 : 4), offset, compared.how());
      }
      case "nvwritten" -> before.nvWritten(yes());
      case "locality" -> before.locality(localities());
      case "duplicate" -> before.step(duplication(maker));
      case "cphash" -> before.step(new PolicyCpHash(Handle.NULL, Bytes.hex(value)));
      case "namehash" -> before.step(new PolicyNameHash(Handle.NULL, Bytes.hex(value)));
      case "template" -> before.step(new PolicyTemplate(Handle.NULL, Bytes.hex(value)));
      case "or" -> before.or(branches(maker));
      default -> followed(before, read(value, maker));
    };
  }

  private static Policy followed(Policy before, Policy more) {
    Policy all = before;
    for (var requirement : more.requirements()) {
      all = all.and(requirement);
    }
    return all;
  }

  private org.tssj.core.PcrValues pcrs(Maker maker) throws IOException {
    PcrChoice choice = PcrChoice.parse(value);
    if (maker.values().isEmpty()) {
      return maker.facts().pcrs(List.of(PcrSelection.of(choice.bank(), choice.indices())));
    }
    org.tssj.core.PcrValues chosen = org.tssj.core.PcrValues.NONE;
    for (int index : choice.indices()) {
      Bytes one =
          maker
              .values()
              .get()
              .get(choice.bank(), index)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "--pcr-values has none for PCR "
                              + index
                              + " of the "
                              + choice.bank()
                              + " bank"));
      chosen = chosen.with(choice.bank(), index, one);
    }
    return chosen;
  }

  private Bytes ref() {
    return Bytes.hex(options.getOrDefault("ref", ""));
  }

  private Handle entity(Maker maker) throws IOException {
    Handle hierarchy = HIERARCHIES.get(value);
    return hierarchy == null ? maker.facts().named(handle(value)) : hierarchy;
  }

  private static Handle handle(String text) {
    if (!text.matches("0x[0-9a-fA-F]{8}")) {
      throw new IllegalArgumentException(
          "a handle is written as 0x81000001 or 0x01500001, not \"" + text + "\"");
    }
    return Handle.of(Integer.parseUnsignedInt(text.substring(2), 16));
  }

  private Public key(Maker maker) {
    Bank hash = Bank.named(options.getOrDefault("hash", "sha256"));
    try {
      return PolicyKey.read(new InputFile(value).read(maker.machine()), hash);
    } catch (WireException e) {
      throw e.within(value);
    }
  }

  private boolean yes() {
    return switch (value) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("yes or no, not \"" + value + "\"");
    };
  }

  private Locality localities() {
    Locality all = new Locality(0);
    for (String each : value.split(",", -1)) {
      if (!each.matches("\\d{1,3}")) {
        throw new IllegalArgumentException("a locality is a number, not \"" + each + "\"");
      }
      int locality = Integer.parseInt(each);
      all = all.bits() == 0 ? Locality.of(locality) : all.and(locality);
    }
    return all;
  }

  private PolicyDuplicationSelect duplication(Maker maker) {
    String object = options.getOrDefault("object", "");
    return new PolicyDuplicationSelect(
        Handle.NULL,
        object.isEmpty() ? Bytes.EMPTY : nameOf(object, maker),
        nameOf(value, maker),
        !object.isEmpty());
  }

  /** A Name in hexadecimal, or that of a public area in a file. */
  private static Bytes nameOf(String text, Maker maker) {
    if (text.matches("(00[0-9a-fA-F]{2})([0-9a-fA-F]{40}|[0-9a-fA-F]{64}|[0-9a-fA-F]{96})")) {
      return Bytes.hex(text);
    }
    try {
      return ObjectFiles.readPublic(new InputFile(text).read(maker.machine())).name();
    } catch (WireException e) {
      throw e.within(text);
    }
  }

  private List<Policy> branches(Maker maker) throws IOException {
    List<Policy> all = new ArrayList<>();
    for (String file : value.split(",", -1)) {
      all.add(read(file, maker));
    }
    return all;
  }

  private static Policy read(String file, Maker maker) throws IOException {
    try {
      return PolicyFile.read(new InputFile(file).read(maker.machine()), maker.facts());
    } catch (WireException e) {
      throw e.within(file);
    }
  }

  private static Bytes padded(Bytes operand, int size) {
    if (operand.length() > size) {
      throw new IllegalArgumentException("it has " + size + " octets, not " + operand.length());
    }
    return Bytes.zeros(size - operand.length()).concat(operand);
  }

  /**
   * WHAT:OP:HEX.
   *
   * @param what is compared
   * @param how the operation
   * @param operand with what
   */
  private record Comparison(String what, Eo how, Bytes operand) {
    static Comparison parse(String text) {
      String[] parts = text.split(":", -1);
      if (parts.length != 3) {
        throw new IllegalArgumentException(
            "a comparison is written as WHAT:OP:HEX, not \"" + text + "\"");
      }
      Eo how =
          Eo.named(parts[1])
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no comparison is \"" + parts[1] + "\": eq, neq, unsigned_gt, ..."));
      return new Comparison(parts[0], how, Bytes.hex(parts[2]));
    }
  }

  @Override
  public String toString() {
    return value.isEmpty() ? name : name + ":" + value;
  }
}
