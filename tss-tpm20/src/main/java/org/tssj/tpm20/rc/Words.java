package org.tssj.tpm20.rc;

/**
 * What the codes of TPM_RC say to a person. Our own words: the specification's are made for
 * implementers.
 *
 * @param meaning part of a sentence, never empty
 * @param advice what to do next; empty where that depends on the command
 */
record Words(String meaning, String advice) {

  static Words words(String meaning) {
    return new Words(meaning, "");
  }

  static Words words(String meaning, String advice) {
    return new Words(meaning, advice);
  }

  /**
   * The words for a code without handle, parameter or session.
   *
   * @throws IllegalArgumentException for a code that has no constant in {@link ResponseCode}
   */
  static Words of(int code) {
    if (code >= 0x910 && code <= 0x916) {
      return words(
          "handle " + (code - 0x910 + 1) + " stands for an object or session that is not loaded",
          "Load it again: it was flushed, its connection was closed, or the TPM was reset");
    }
    if (code >= 0x918 && code <= 0x91e) {
      return words(
          "session " + (code - 0x918 + 1) + " is not loaded",
          "Start a new one: it was flushed, its connection was closed, or the TPM was reset");
    }
    return switch (code) {
      case 0x000 -> words("the command succeeded");
      case 0x01e ->
          words(
              "the command's tag is not one of this TPM's family",
              "A TPM 1.2 answers a TPM 2.0 command so: open it as TPM 1.2");
      case 0x100 ->
          words(
              "the TPM has not been started, or has been started already",
              "Send TPM2_Startup once after power-on; to a second TPM2_Startup this answer is"
                  + " harmless");
      case 0x101 ->
          words(
              "the TPM is in failure mode and accepts only TPM2_GetTestResult and"
                  + " TPM2_GetCapability",
              "Read TPM2_GetTestResult for the cause, then power-cycle the machine; if it comes"
                  + " back, the TPM is defective");
      case 0x103 ->
          words(
              "a hash, HMAC or signature sequence was used out of turn",
              "Start the sequence again");
      case 0x10b -> words("reserved by the specification; no command is said to answer it");
      case 0x119 -> words("reserved by the specification; no command is said to answer it");
      case 0x120 ->
          words(
              "the command is disabled",
              "For TPM2_Clear: TPM2_ClearControl with platform authorization enables it, from the"
                  + " firmware's menu on a PC");
      case 0x121 ->
          words(
              "another command came between those of an exclusive audit session",
              "Start the audit again and keep other users away from the TPM meanwhile");
      case 0x124 ->
          words(
              "this kind of authorization does not fit the handle it is for",
              "Some handles take a policy session only, some a password or HMAC session only");
      case 0x125 ->
          words(
              "the command needs an authorization and none was given",
              "Give one session or password for each handle that needs it");
      case 0x126 ->
          words(
              "a policy value is not valid: a wrong digest size, or an operation the TPM cannot do",
              "Compare the policy digest's size with the hash algorithm of the object or session");
      case 0x127 ->
          words(
              "the PCRs are not what the authorization or the command asks for",
              "Read the PCRs and compare them with the policy");
      case 0x128 ->
          words(
              "a PCR was extended since the policy session looked at them",
              "Restart the policy session and run TPM2_PolicyPCR right before the command");
      case 0x12d ->
          words(
              "the TPM is in the middle of a firmware upgrade, or upgrade data came outside of one",
              "Finish the firmware upgrade with the vendor's tool");
      case 0x12e ->
          words(
              "the counter of saved contexts is used up",
              "Only a TPM Reset (power-cycle) sets it back");
      case 0x12f ->
          words(
              "the object or index allows neither its auth value nor its policy for this",
              "Look at userWithAuth, adminWithPolicy or the index's attributes for what it does"
                  + " allow");
      case 0x130 -> words("the TPM has to be reset before it goes on", "Restart the machine");
      case 0x131 ->
          words(
              "the hash is too weak for the symmetric key it would protect",
              "Choose a hash whose digest is at least as long as the symmetric key");
      case 0x142 ->
          words(
              "the size in the command's header is wrong, or too large for this TPM",
              "Compare with TPM_PT_MAX_COMMAND_SIZE");
      case 0x143 ->
          words(
              "this TPM does not implement the command, or something before it blocks it",
              "TPM_CAP_COMMANDS lists what the TPM implements; /dev/tpmrm0 and Windows TBS refuse"
                  + " some of these with the same code");
      case 0x144 -> words("the size of the authorization area is wrong");
      case 0x145 -> words("the command takes no session of any kind", "Send it without sessions");
      case 0x146 ->
          words(
              "the offset and size reach beyond the end of the NV index",
              "TPM2_NV_ReadPublic tells its dataSize");
      case 0x147 ->
          words(
              "the NV index would be larger than this TPM allows",
              "TPM_PT_NV_INDEX_MAX is the limit; use several indices");
      case 0x148 ->
          words(
              "the NV index is locked for this",
              "A lock made under WRITE_STCLEAR or READ_STCLEAR ends with the next TPM Reset or"
                  + " Restart; one made under WRITEDEFINE stays until the index is undefined");
      case 0x149 ->
          words(
              "the NV index does not allow this authorization",
              "Its attributes name what does: its own auth value (AUTHREAD, AUTHWRITE), the owner"
                  + " (OWNERREAD, OWNERWRITE), the platform, or a policy");
      case 0x14a ->
          words(
              "the NV index has not been written yet",
              "Write it first; an index with CLEAR_STCLEAR, or an orderly one after a power loss,"
                  + " has to be written again");
      case 0x14b ->
          words(
              "there is no room left in NV memory",
              "Undefine indices or evict persistent objects that nobody needs");
      case 0x14c ->
          words(
              "the NV index or persistent handle is taken",
              "Take another one, or remove what is there first");
      case 0x150 ->
          words(
              "the saved context is not valid",
              "Contexts end with a TPM Reset, and a session's context can be loaded once");
      case 0x151 ->
          words(
              "the policy is for other parameters, or was given two such restrictions",
              "A policy with a cpHash, nameHash or template fits exactly one command");
      case 0x152 ->
          words(
              "the handle is not one of a parent",
              "A storage key is restricted, decrypts and has a symmetric algorithm");
      case 0x153 -> words("a function has to be tested before it is used", "Send TPM2_SelfTest");
      case 0x154 -> words("the TPM could not compute a result from these parameters");
      case 0x155 ->
          words(
              "the private part of the object makes no sense after decryption",
              "Check that it is loaded under its own parent and in one piece");
      case 0x156 ->
          words(
              "the TPM is in read-only mode and the command would change it",
              "TPM2_ReadOnlyControl with platform authorization ends that mode");
      case 0x081 ->
          words(
              "the asymmetric algorithm is not supported or not the right one",
              "TPM_CAP_ALGS lists what this TPM has");
      case 0x082 ->
          words(
              "the attributes contradict each other or this command",
              "For a key, compare restricted, sign, decrypt, fixedTPM and fixedParent with what the"
                  + " command asks for; for a session, its decrypt, encrypt and audit flags");
      case 0x083 ->
          words(
              "the hash algorithm is not supported or not allowed here",
              "TPM_CAP_ALGS lists what this TPM has");
      case 0x084 -> words("a value is out of range or does not fit the context");
      case 0x085 ->
          words(
              "the hierarchy is disabled, or not one that is allowed here",
              "TPM_PT_STARTUP_CLEAR tells which are enabled; one that TPM2_HierarchyControl"
                  + " disabled comes back with the next TPM Reset (power-cycle)");
      case 0x087 -> words("the key size is not supported", "TPM2_TestParms tells what is");
      case 0x088 -> words("the mask generation function is not supported");
      case 0x089 -> words("the mode of the cipher is not supported or not allowed here");
      case 0x08a -> words("the type is not one that is allowed here");
      case 0x08b ->
          words(
              "the handle is of the wrong kind, or nothing is there",
              "TPM_CAP_HANDLES lists what is there; objects and indices of a disabled hierarchy are"
                  + " hidden");
      case 0x08c -> words("the key derivation function is not supported or not allowed here");
      case 0x08d -> words("a value is outside of its allowed range");
      case 0x08e ->
          words(
              "the authorization is wrong, and it counts as an attempt to guess",
              "Check the password before trying again: after TPM_PT_MAX_AUTH_FAIL wrong ones the"
                  + " TPM locks itself (TPM_RC_LOCKOUT)");
      case 0x08f -> words("the nonce has a wrong size or value");
      case 0x090 ->
          words(
              "the command needs physical presence",
              "Confirm it where the platform asks for it, usually in the firmware's menu");
      case 0x092 ->
          words(
              "the scheme is not supported, or not the key's",
              "A key that has a scheme of its own takes that or TPM_ALG_NULL");
      case 0x095 -> words("a size is wrong");
      case 0x096 ->
          words("the symmetric algorithm or key size is not supported or not the right one");
      case 0x097 -> words("the structure's tag is not the right one");
      case 0x098 -> words("the selector names no member of the union");
      case 0x09a -> words("the command ended before this could be read");
      case 0x09b ->
          words("the signature is not valid", "Compare the key, the hash and what was signed");
      case 0x09c ->
          words("the key's parts do not fit each other, or the key does not fit this use");
      case 0x09d ->
          words(
              "the session does not satisfy the policy",
              "Compare TPM2_PolicyGetDigest of the session with the object's authPolicy; a PCR may"
                  + " have changed since the policy was made");
      case 0x09f ->
          words(
              "the blob was changed, or belongs to another parent or another TPM",
              "Load it under the parent it was made with; what was made before a TPM2_Clear, or"
                  + " before a TPM Reset in the null hierarchy, is lost");
      case 0x0a0 ->
          words(
              "the ticket is not valid",
              "Tickets end with their hierarchy's proof: after TPM2_Clear, and after a TPM Reset"
                  + " for the null hierarchy");
      case 0x0a1 -> words("a reserved bit is set");
      case 0x0a2 ->
          words(
              "the authorization is wrong; it does not count as an attempt to guess",
              "Check the password; it may be tried again at once");
      case 0x0a3 ->
          words(
              "the policy's time is over",
              "Run the policy again; the TPM's clock started anew if it was reset");
      case 0x0a4 ->
          words(
              "the policy is for another command",
              "Start the policy again with TPM2_PolicyCommandCode of this command");
      case 0x0a5 ->
          words(
              "the public and private parts do not belong together",
              "Load the pair that was made together");
      case 0x0a6 ->
          words("the curve is not supported", "TPM_CAP_ECC_CURVES lists what this TPM has");
      case 0x0a7 -> words("the point is not on the curve");
      case 0x0a8 ->
          words("the hierarchy depends on the TPM's firmware and its secret is not to be had");
      case 0x0a9 ->
          words(
              "the hierarchy depends on the firmware's version and its secret is not to be had",
              "A key of newer firmware cannot be used with older firmware");
      case 0x0aa ->
          words(
              "the parameter set of ML-DSA or ML-KEM is not supported",
              "TPM_PT_ML_PARAMETER_SETS tells what is");
      case 0x0ab ->
          words(
              "the TPM does not sign an ML-DSA mu computed outside",
              "Use a key without allowExternalMu, or sign the message in a sequence");
      case 0x0ac ->
          words(
              "the TPM signs with this key only a message it gets in one piece",
              "Give the whole message to TPM2_SignSequenceComplete");
      case 0x0ad ->
          words(
              "the sequence was started with another key",
              "Complete the sequence with the key it was started with");
      case 0x0b0 ->
          words("the command needs a secure channel to the TPM", "Send it inside an SPDM session");
      case 0x0b1 -> words("the secure channel was set up with other keys than the policy asks for");
      case 0x901 ->
          words(
              "the saved sessions have grown too far apart in age",
              "Load and save the oldest saved session again, or flush it");
      case 0x902 ->
          words(
              "there is no room for another loaded object",
              "Flush objects that are not needed (TPM_CAP_HANDLES lists them) or save their"
                  + " contexts; /dev/tpmrm0 instead of /dev/tpm0 does this by itself");
      case 0x903 ->
          words(
              "there is no room for another loaded session",
              "Flush sessions that are not needed, or save their contexts; /dev/tpmrm0 instead of"
                  + " /dev/tpm0 does this by itself");
      case 0x904 ->
          words("the TPM is out of memory", "Flush objects and sessions that are not needed");
      case 0x905 ->
          words(
              "there is no handle left for another session, loaded or saved",
              "Flush sessions that are not needed, the saved ones included");
      case 0x906 ->
          words("there is no handle left for another object", "Flush objects that are not needed");
      case 0x907 ->
          words(
              "this is not allowed from the locality it came from",
              "Send it from an allowed one; PCR 17 to 22 are reset and extended from localities 2"
                  + " to 4, which only a measured launch reaches on most machines");
      case 0x908 -> words("the TPM put the command aside", "Send it again");
      case 0x909 ->
          words(
              "the command was cancelled",
              "Nothing was changed; send it again if it is still wanted");
      case 0x90a -> words("the TPM is testing itself", "Send the command again in a while");
      case 0x920 ->
          words(
              "the TPM slows down writes to spare its NV memory",
              "Send the command again in a while");
      case 0x921 ->
          words(
              "too many wrong authorizations: the TPM accepts none for objects protected against"
                  + " guessing",
              "Wait TPM_PT_LOCKOUT_INTERVAL seconds for the next try, or reset the counter with"
                  + " TPM2_DictionaryAttackLockReset and the lockout password");
      case 0x922 -> words("the TPM could not start the command yet", "Send it again");
      case 0x923 ->
          words("NV memory cannot be written at the moment", "Send the command again in a while");
      case 0x97f -> words("reserved by the specification; no command is said to answer it");
      default ->
          throw new IllegalArgumentException(
              String.format("0x%03x is no constant of TPM_RC", code));
    };
  }
}
