package org.tssj.transport.tcsd;

import java.util.Map;
import org.tssj.core.TpmServiceException;

/**
 * TSS_RESULT: who refused, in four bits, and why, in twelve. Layer 0 is the TPM itself, which
 * refuses by an answer of its own.
 */
final class TcsResult {

  /** TSS_E_NOTIMPL of the TCS layer: what is answered to a command that has no RPC. */
  static final int NOT_IMPLEMENTED = 0x2006;

  /** TCS_E_KM_LOADFAILED: a parent in the key store wants its secret. */
  static final int LOAD_FAILED = 0x20ca;

  private static final int LAYER = 0xf000;

  private record Words(String name, String meaning) {}

  // The numbers below 0x40 are the same in every layer (tss_error_basics.h).
  private static final Map<Integer, Words> COMMON =
      Map.ofEntries(
          entry(0x02, "TSS_E_FAIL", "a general failure"),
          entry(0x03, "TSS_E_BAD_PARAMETER", "a parameter is out of its range"),
          entry(0x04, "TSS_E_INTERNAL_ERROR", "a parameter is missing or of another type, or tcsd"
              + " failed; its log may say why"),
          entry(0x05, "TSS_E_OUTOFMEMORY", "tcsd has no memory left"),
          entry(0x06, "TSS_E_NOTIMPL", "tcsd cannot do this"),
          entry(0x08, "TSS_E_KEY_ALREADY_REGISTERED", "the key store has a key of this UUID"),
          entry(0x10, "TSS_E_TPM_UNEXPECTED", "the TPM said what tcsd did not expect"),
          entry(0x11, "TSS_E_COMM_FAILURE", "tcsd cannot reach what it needs"),
          entry(0x12, "TSS_E_TIMEOUT", "it took too long"),
          entry(0x14, "TSS_E_TPM_UNSUPPORTED_FEATURE", "this TPM cannot do it"),
          entry(0x16, "TSS_E_CANCELED", "cancelled"),
          entry(0x20, "TSS_E_PS_KEY_NOTFOUND", "the key store has no such key"),
          entry(0x21, "TSS_E_PS_KEY_EXISTS", "the key store has this key already"),
          entry(0x22, "TSS_E_PS_BAD_KEY_STATE", "the key's entry in the key store is damaged"));

  private static final Map<Integer, Words> TCS =
      Map.ofEntries(
          entry(0xc1, "TCS_E_INVALID_CONTEXTHANDLE", "tcsd has ended the context of this"
              + " connection; open a new one"),
          entry(0xc2, "TCS_E_INVALID_KEYHANDLE", "tcsd knows no key of this handle: it belongs to"
              + " another connection, or was unloaded"),
          entry(0xc3, "TCS_E_INVALID_AUTHHANDLE", "tcsd knows no session of this handle"),
          entry(0xc4, "TCS_E_INVALID_AUTHSESSION", "the session does not belong here"),
          entry(0xc5, "TCS_E_INVALID_KEY", "this is no key"),
          entry(0xc8, "TCS_E_KEY_MISMATCH", "the key does not fit"),
          entry(0xca, "TCS_E_KM_LOADFAILED", "loading a key from the key store takes its parent's"
              + " secret; load its blob with the parent's authorisation"),
          entry(0xcc, "TCS_E_KEY_CONTEXT_RELOAD", "the key could not be brought back into the TPM"),
          entry(0xcd, "TCS_E_BAD_INDEX", "the event log has no such event"));

  private static final Map<Integer, Words> TDDL =
      Map.ofEntries(
          entry(0x83, "TDDL_E_INSUFFICIENT_BUFFER", "the TPM's answer is larger than tcsd takes"),
          entry(0x87, "TDDL_E_IOERROR", "tcsd reads nothing from the TPM: has it gone?"),
          entry(0x88, "TDDL_E_BADTAG", "the TPM's driver does not know this"),
          entry(0x89, "TDDL_E_COMPONENT_NOT_FOUND", "tcsd finds no TPM: has it gone?"));

  private TcsResult() {}

  private static Map.Entry<Integer, Words> entry(int code, String name, String meaning) {
    return Map.entry(code, new Words(name, meaning));
  }

  /** Whether the TPM itself said this. */
  static boolean isOfTpm(long result) {
    return (result & LAYER) == 0 && result >>> 16 == 0;
  }

  /** The refusal that a result of another layer is. */
  static TpmServiceException refusal(Rpc rpc, long result) {
    String layer = layer(result);
    int code = (int) (result & ~LAYER);
    Map<Integer, Words> own = layer.equals("tcs") ? TCS : layer.equals("tddl") ? TDDL : Map.of();
    Words words =
        own.getOrDefault(
            code, COMMON.getOrDefault(code, new Words("unknown", "trousers has no name for it")));
    return new TpmServiceException(
        layer, result, rpc + ": " + words.name + ", " + words.meaning + hint(rpc, result));
  }

  private static String layer(long result) {
    return switch ((int) (result & LAYER)) {
      case 0x1000 -> "tddl";
      case 0x2000 -> "tcs";
      case 0x3000 -> "tsp";
      default -> "tcsd";
    };
  }

  /** What the number alone does not say. */
  private static String hint(Rpc rpc, long result) {
    if (rpc == Rpc.PHYSICALPRESENCE && result == NOT_IMPLEMENTED) {
      return "; it lets nobody say presence unless its machine runs in single-user mode. Say it to"
          + " the TPM without tcsd";
    }
    if (result == 0x2002) {
      return ". A client on another machine may use only what remote_ops in tcsd.conf lists";
    }
    return "";
  }
}
