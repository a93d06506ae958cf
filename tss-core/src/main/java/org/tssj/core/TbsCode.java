package org.tssj.core;

import java.util.List;
import java.util.Optional;

/**
 * TBS_RESULT: what Windows' TPM Base Services answer, the low 16 bits of 0x8028xxxx.
 *
 * <p>It comes in two ways: as the result of a call, which only a transport sees, and in the place
 * of the TPM's own code in a response, which comes to the engine. So it is known to both.
 *
 * @param number the low 16 bits
 * @param name as Windows has it
 * @param meaning part of a sentence
 * @param advice what to do next; empty where nothing can be said
 */
public record TbsCode(int number, String name, String meaning, String advice) {

  private static final List<TbsCode> ALL =
      List.of(
          code(
              0x400,
              "TPM_E_COMMAND_BLOCKED",
              "Windows lets nobody send this command, or only an administrator",
              "Run as administrator; what stays blocked is listed under the policy \"Configure the"
                  + " list of blocked TPM commands\""),
          code(0x401, "TPM_E_INVALID_HANDLE", "the handle is none of this connection's", ""),
          code(0x402, "TPM_E_DUPLICATE_VHANDLE", "TBS gave out a handle that is in use", ""),
          code(
              0x403,
              "TPM_E_EMBEDDED_COMMAND_BLOCKED",
              "a command inside of this one is blocked",
              ""),
          code(
              0x404,
              "TPM_E_EMBEDDED_COMMAND_UNSUPPORTED",
              "a command inside of this one is not supported",
              ""),
          code(0x4001, "TBS_E_INTERNAL_ERROR", "something failed inside of TBS", ""),
          code(0x4002, "TBS_E_BAD_PARAMETER", "a parameter is not valid", ""),
          code(0x4003, "TBS_E_INVALID_OUTPUT_POINTER", "an output pointer is not valid", ""),
          code(0x4004, "TBS_E_INVALID_CONTEXT", "the connection is not one, or is closed", ""),
          code(0x4005, "TBS_E_INSUFFICIENT_BUFFER", "the buffer for the answer is too small", ""),
          code(0x4006, "TBS_E_IOERROR", "TBS could not talk to the TPM", ""),
          code(0x4007, "TBS_E_INVALID_CONTEXT_PARAM", "the kind of connection is not valid", ""),
          code(
              0x4008,
              "TBS_E_SERVICE_NOT_RUNNING",
              "TBS is not running and could not be started",
              "Start the service TBS"),
          code(
              0x4009,
              "TBS_E_TOO_MANY_TBS_CONTEXTS",
              "there are too many connections to TBS",
              "Close some"),
          code(0x400a, "TBS_E_TOO_MANY_RESOURCES", "there are too many objects in use", ""),
          code(
              0x400b,
              "TBS_E_SERVICE_START_PENDING",
              "TBS is being started",
              "Try again a little later"),
          code(
              0x400c,
              "TBS_E_PPI_NOT_SUPPORTED",
              "the firmware has no physical presence interface",
              ""),
          code(0x400d, "TBS_E_COMMAND_CANCELED", "the command was cancelled", ""),
          code(0x400e, "TBS_E_BUFFER_TOO_LARGE", "the command is too large", ""),
          code(
              0x400f,
              "TBS_E_TPM_NOT_FOUND",
              "there is no TPM",
              "Look whether the firmware's settings have it switched off"),
          code(0x4010, "TBS_E_SERVICE_DISABLED", "TBS is disabled", "Enable the service TBS"),
          code(0x4011, "TBS_E_NO_EVENT_LOG", "there is no event log", ""),
          code(0x4012, "TBS_E_ACCESS_DENIED", "this user may not do that", "Run as administrator"),
          code(0x4013, "TBS_E_PROVISIONING_NOT_ALLOWED", "the TPM may not be provisioned", ""),
          code(
              0x4014,
              "TBS_E_PPI_FUNCTION_UNSUPPORTED",
              "the firmware does not do that on request",
              ""),
          code(
              0x4015, "TBS_E_OWNERAUTH_NOT_FOUND", "Windows has not kept the owner's password", ""),
          code(
              0x4016,
              "TBS_E_PROVISIONING_INCOMPLETE",
              "Windows has not finished provisioning the TPM",
              "Wait, or finish it in tpm.msc"));

  private static final int LAYER = 0x8028;

  private static TbsCode code(int number, String name, String meaning, String advice) {
    return new TbsCode(number, name, meaning, advice);
  }

  /**
   * The code with this number.
   *
   * @param number the low 16 bits
   */
  public static Optional<TbsCode> of(int number) {
    return ALL.stream().filter(one -> one.number == number).findFirst();
  }

  /**
   * The code that a call's result is.
   *
   * @param result all 32 bits
   */
  public static Optional<TbsCode> ofResult(int result) {
    return result >>> 16 == LAYER ? of(result & 0xffff) : Optional.empty();
  }
}
