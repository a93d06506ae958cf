package org.tssj.transport.tcsd;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tssj.core.TpmServiceException;

/**
 * The commands of a TPM 1.2 that tcsd has no RPC for, or none that works. Some are sent nevertheless,
 * wrapped in a transport session; the others are refused by name.
 */
final class UnroutedCommands {

  /**
   * A command without an RPC.
   *
   * @param name in the specification
   * @param handles of keys before its parameters
   * @param instead why it is refused and what to do instead; empty if it is sent wrapped
   */
  record Unrouted(int ordinal, String name, int handles, String instead) {
    boolean isRefused() {
      return !instead.isEmpty();
    }
  }

  private static final String BESIDE = "Do it beside tcsd, on device: while tcsd is stopped";

  /** TPM_VENDOR_COMMAND. */
  private static final int VENDOR = 0x20000000;

  private static final Map<Integer, Unrouted> ALL = new LinkedHashMap<>();

  static {
    refused(
        0x0e,
        "TPM_ChangeAuthAsymStart",
        "the handle it answers is not known to tcsd. Use TPM_ChangeAuth");
    refused(
        0x0f,
        "TPM_ChangeAuthAsymFinish",
        "the handle it takes is not known to tcsd. Use TPM_ChangeAuth");
    refused(
        CommandRoutes.LOAD_KEY,
        "TPM_LoadKey",
        "tcsd sends TPM_LoadKey2 in its place, whose HMAC is another. Use TPM_LoadKey2");
    wrapped(0x25, "TPM_MigrateKey", 1);
    wrapped(0x33, "TPM_CertifyKey2", 2);
    wrapped(0x53, "TPM_ContinueSelfTest", 0);
    refused(0x5a, "TPM_Reset", "it would end the sessions of all clients of tcsd");
    wrapped(0x64, "TPM_GetCapabilitySigned", 1);
    wrapped(0x75, "TPM_SetOwnerPointer", 0);
    wrapped(0x82, "TPM_GetAuditEvent", 0);
    wrapped(0x83, "TPM_GetAuditEventSigned", 1);
    wrapped(0x8c, "TPM_GetOrdinalAuditStatus", 0);
    refused(0x97, "TPM_Init", "it is a signal of the machine and no command");
    refused(0x98, "TPM_SaveState", "it belongs to whoever takes the machine's power. " + BESIDE);
    wrapped(0x99, "TPM_Startup", 0);
    wrapped(0x9a, "TPM_SetRedirection", 1);
    wrapped(0xa0, "TPM_SHA1Start", 0);
    wrapped(0xa1, "TPM_SHA1Update", 0);
    wrapped(0xa2, "TPM_SHA1Complete", 0);
    wrapped(0xa3, "TPM_SHA1CompleteExtend", 0);
    refused(0xaa, "TPM_FieldUpgrade", BESIDE);
    for (String[] context :
        new String[][] {
          {"b4", "TPM_SaveKeyContext"},
          {"b5", "TPM_LoadKeyContext"},
          {"b6", "TPM_SaveAuthContext"},
          {"b7", "TPM_LoadAuthContext"},
          {"b8", "TPM_SaveContext"},
          {"b9", "TPM_LoadContext"}
        }) {
      refused(
          Integer.parseInt(context[0], 16),
          context[1],
          "tcsd itself takes keys and sessions out of the TPM and brings them back as it needs room");
    }
    wrapped(0xdc, "TPM_CreateCounter", 0);
    wrapped(0xdd, "TPM_IncrementCounter", 0);
    wrapped(0xde, "TPM_ReadCounter", 0);
    wrapped(0x4000000b, "TSC_ResetEstablishmentBit", 0);
  }

  private UnroutedCommands() {}

  private static void wrapped(int ordinal, String name, int handles) {
    ALL.put(ordinal, new Unrouted(ordinal, name, handles, ""));
  }

  private static void refused(int ordinal, String name, String instead) {
    ALL.put(ordinal, new Unrouted(ordinal, name, 0, instead));
  }

  static Optional<Unrouted> of(int ordinal) {
    return Optional.ofNullable(ALL.get(ordinal));
  }

  static Iterable<Unrouted> all() {
    return ALL.values();
  }

  /** Refuses what cannot be sent, before anything is. */
  static void refuse(int ordinal) {
    Unrouted command = ALL.get(ordinal);
    if (command != null && command.isRefused()) {
      throw new TpmServiceException(
          "tcsd",
          TcsResult.NOT_IMPLEMENTED,
          command.name + " cannot be sent through tcsd: " + command.instead);
    }
  }

  /** Whether a TPM 1.2 may know it: a command of the specification, or a vendor's. */
  static boolean isKnown(int ordinal) {
    return ALL.containsKey(ordinal) || (ordinal & VENDOR) != 0;
  }

  static String nameOf(int ordinal) {
    return of(ordinal)
        .map(Unrouted::name)
        .orElseGet(() -> "the vendor's command 0x" + Integer.toHexString(ordinal));
  }

  /** How many handles of keys stand before the parameters of a command. */
  static int handlesOf(int ordinal) {
    Optional<CommandRoute> route = CommandRoutes.of(ordinal);
    if (route.isPresent()) {
      return route.get().request().handles();
    }
    return of(ordinal).map(Unrouted::handles).orElse(0);
  }
}
