package org.tssj.tpm20.rc;

import java.util.List;
import java.util.Optional;

/**
 * TSS2_BASE_RC: the codes that the layers of tpm2-tss share. We meet them when we read the output
 * of other software, or speak through a daemon that uses them.
 *
 * @param name without what a layer puts before it: {@code BAD_TR}
 * @param meaning part of a sentence
 */
record TssCode(String name, String meaning) {

  /** From 1 up, without a gap. */
  private static final List<TssCode> ALL =
      List.of(
          new TssCode("GENERAL_FAILURE", "something failed that has no code of its own"),
          new TssCode("NOT_IMPLEMENTED", "this is not implemented"),
          new TssCode("BAD_CONTEXT", "the library's context is not valid"),
          new TssCode("ABI_MISMATCH", "the parts of the stack were built for different versions"),
          new TssCode("BAD_REFERENCE", "a pointer is missing"),
          new TssCode("INSUFFICIENT_BUFFER", "a buffer is too small"),
          new TssCode("BAD_SEQUENCE", "functions were called out of order"),
          new TssCode("NO_CONNECTION", "the next layer below cannot be reached"),
          new TssCode("TRY_AGAIN", "the answer is not there yet"),
          new TssCode("IO_ERROR", "reading or writing failed"),
          new TssCode("BAD_VALUE", "a value is not valid"),
          new TssCode("NOT_PERMITTED", "this is not permitted"),
          new TssCode("INVALID_SESSIONS", "the sessions do not fit the command"),
          new TssCode("NO_DECRYPT_PARAM", "the command has no parameter that can be encrypted"),
          new TssCode("NO_ENCRYPT_PARAM", "the response has no parameter that can be encrypted"),
          new TssCode("BAD_SIZE", "a size is wrong"),
          new TssCode("MALFORMED_RESPONSE", "the response is not one"),
          new TssCode("INSUFFICIENT_CONTEXT", "the library's context is too small"),
          new TssCode("INSUFFICIENT_RESPONSE", "the response is too short"),
          new TssCode("INCOMPATIBLE_TCTI", "the transport is of an unknown version"),
          new TssCode("NOT_SUPPORTED", "this is not supported"),
          new TssCode("BAD_TCTI_STRUCTURE", "the transport's context is not valid"),
          new TssCode("MEMORY", "there is no memory left"),
          new TssCode("BAD_TR", "the ESYS_TR does not stand for anything"),
          new TssCode("MULTIPLE_DECRYPT_SESSIONS", "more than one session has the decrypt flag"),
          new TssCode("MULTIPLE_ENCRYPT_SESSIONS", "more than one session has the encrypt flag"),
          new TssCode("RSP_AUTH_FAILED", "the response's HMAC is wrong"),
          new TssCode("NO_CONFIG", "there is no configuration"),
          new TssCode("BAD_PATH", "the path is not one"),
          new TssCode("NOT_DELETABLE", "this cannot be deleted"),
          new TssCode("PATH_ALREADY_EXISTS", "there is something under this path already"),
          new TssCode("KEY_NOT_FOUND", "there is no such key"),
          new TssCode("SIGNATURE_VERIFICATION_FAILED", "the signature is not valid"),
          new TssCode("HASH_MISMATCH", "the digests differ"),
          new TssCode("KEY_NOT_DUPLICABLE", "the key cannot be duplicated"),
          new TssCode("PATH_NOT_FOUND", "there is nothing under this path"),
          new TssCode("NO_CERT", "there is no certificate"),
          new TssCode("NO_PCR", "there is no PCR"),
          new TssCode("PCR_NOT_RESETTABLE", "the PCR cannot be reset"),
          new TssCode("BAD_TEMPLATE", "the template is not valid"),
          new TssCode("AUTHORIZATION_FAILED", "the authorization is wrong"),
          new TssCode("AUTHORIZATION_UNKNOWN", "nobody knows how to authorize this"),
          new TssCode("NV_NOT_READABLE", "the NV index cannot be read"),
          new TssCode("NV_TOO_SMALL", "the NV index is too small"),
          new TssCode("NV_NOT_WRITEABLE", "the NV index cannot be written"),
          new TssCode("POLICY_UNKNOWN", "there is no such policy"),
          new TssCode("NV_WRONG_TYPE", "the NV index is of another type"),
          new TssCode("NAME_ALREADY_EXISTS", "the name is taken"),
          new TssCode("NO_TPM", "there is no TPM"),
          new TssCode("BAD_KEY", "the key is not valid"),
          new TssCode("NO_HANDLE", "there is no handle"),
          new TssCode("NOT_PROVISIONED", "the TPM has not been provisioned (tss2_provision)"),
          new TssCode("ALREADY_PROVISIONED", "the TPM has been provisioned already"),
          new TssCode("CALLBACK_NULL", "no callback was set"));

  static Optional<TssCode> of(int number) {
    return number >= 1 && number <= ALL.size()
        ? Optional.of(ALL.get(number - 1))
        : Optional.empty();
  }
}
