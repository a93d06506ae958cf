package org.tssj.cli.tool;

/**
 * The names of TSS_RESULTs as tpm-quote-tools print them: that of the code whatever the layer, so
 * that a TPM's 0x10 reads as the library's; the number in hexadecimal where there is no name.
 *
 * @see "TCG Software Stack 1.2, 2.2 Return codes"
 */
final class TssNames {

  private TssNames() {}

  static String of(TssResult result) {
    String name = name(result.code());
    return name.isEmpty() ? "0x" + Long.toHexString(result.value()) : "TSS_" + name;
  }

  private static String name(int code) {
    return switch (code) {
      case 0x000 -> "SUCCESS";
      case 0x002 -> "E_FAIL";
      case 0x003 -> "E_BAD_PARAMETER";
      case 0x004 -> "E_INTERNAL_ERROR";
      case 0x005 -> "E_OUTOFMEMORY";
      case 0x006 -> "E_NOTIMPL";
      case 0x008 -> "E_KEY_ALREADY_REGISTERED";
      case 0x010 -> "E_TPM_UNEXPECTED";
      case 0x011 -> "E_COMM_FAILURE";
      case 0x012 -> "E_TIMEOUT";
      case 0x014 -> "E_TPM_UNSUPPORTED_FEATURE";
      case 0x016 -> "E_CANCELED";
      case 0x020 -> "E_PS_KEY_NOTFOUND";
      case 0x021 -> "E_PS_KEY_EXISTS";
      case 0x022 -> "E_PS_BAD_KEY_STATE";
      case 0x101 -> "E_INVALID_OBJECT_TYPE";
      case 0x102 -> "E_NO_CONNECTION";
      case 0x103 -> "E_CONNECTION_FAILED";
      case 0x104 -> "E_CONNECTION_BROKEN";
      case 0x105 -> "E_HASH_INVALID_ALG";
      case 0x106 -> "E_HASH_INVALID_LENGTH";
      case 0x107 -> "E_HASH_NO_DATA";
      case 0x109 -> "E_INVALID_ATTRIB_FLAG";
      case 0x10a -> "E_INVALID_ATTRIB_SUBFLAG";
      case 0x10b -> "E_INVALID_ATTRIB_DATA";
      case 0x10c -> "E_INVALID_OBJECT_INITFLAG";
      case 0x10d -> "E_NO_PCRS_SET";
      case 0x10e -> "E_KEY_NOT_LOADED";
      case 0x10f -> "E_KEY_NOT_SET";
      case 0x110 -> "E_VALIDATION_FAILED";
      case 0x111 -> "E_TSP_AUTHREQUIRED";
      case 0x112 -> "E_TSP_AUTH2REQUIRED";
      case 0x113 -> "E_TSP_AUTHFAIL";
      case 0x114 -> "E_TSP_AUTH2FAIL";
      case 0x115 -> "E_KEY_NO_MIGRATION_POLICY";
      case 0x116 -> "E_POLICY_NO_SECRET";
      case 0x117 -> "E_INVALID_OBJ_ACCESS";
      case 0x118 -> "E_INVALID_ENCSCHEME";
      case 0x119 -> "E_INVALID_SIGSCHEME";
      case 0x120 -> "E_ENC_INVALID_LENGTH";
      case 0x121 -> "E_ENC_NO_DATA";
      case 0x122 -> "E_ENC_INVALID_TYPE";
      case 0x123 -> "E_INVALID_KEYUSAGE";
      case 0x124 -> "E_VERIFICATION_FAILED";
      case 0x125 -> "E_HASH_NO_IDENTIFIER";
      case 0x126 -> "E_INVALID_HANDLE";
      case 0x127 -> "E_SILENT_CONTEXT";
      case 0x128 -> "E_EK_CHECKSUM";
      case 0x129 -> "E_DELEGATION_NOTSET";
      case 0x130 -> "E_DELFAMILY_NOTFOUND";
      case 0x131 -> "E_DELFAMILY_ROWEXISTS";
      case 0x132 -> "E_VERSION_MISMATCH";
      case 0x133 -> "E_DAA_AR_DECRYPTION_ERROR";
      case 0x134 -> "E_DAA_AUTHENTICATION_ERROR";
      case 0x135 -> "E_DAA_CHALLENGE_RESPONSE_ERROR";
      case 0x136 -> "E_DAA_CREDENTIAL_PROOF_ERROR";
      case 0x137 -> "E_DAA_CREDENTIAL_REQUEST_PROOF_ERROR";
      case 0x138 -> "E_DAA_ISSUER_KEY_ERROR";
      case 0x139 -> "E_DAA_PSEUDONYM_ERROR";
      case 0x13a -> "E_INVALID_RESOURCE";
      case 0x13b -> "E_NV_AREA_EXIST";
      case 0x13c -> "E_NV_AREA_NOT_EXIST";
      case 0x13d -> "E_TSP_TRANS_AUTHFAIL";
      case 0x13e -> "E_TSP_TRANS_AUTHREQUIRED";
      case 0x13f -> "E_TSP_TRANS_NOTEXCLUSIVE";
      case 0x140 -> "E_TSP_TRANS_FAIL";
      case 0x141 -> "E_TSP_TRANS_NO_PUBKEY";
      case 0x142 -> "E_NO_ACTIVE_COUNTER";
      default -> "";
    };
  }
}
