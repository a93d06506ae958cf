package org.tssj.tpm12.rc;

/**
 * What the codes of TPM_RESULT say to a person. Our own words: the specification's are made for
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
   * The words for a code.
   *
   * @throws IllegalArgumentException for a code that has no constant in {@link ResultCode}
   */
  static Words of(int code) {
    return switch (code) {
      case 0x000 -> words("the command succeeded");
      case 0x001 ->
          words(
              "the secret is wrong",
              "Check the password, and how it became a secret: SHA-1 of UTF-8, of UTF-16 (-u "
                  + "of tpm-tools), or 20 zero octets (-z). Each wrong one counts towards a lock-"
                  + "out");
      case 0x002 ->
          words(
              "there is no PCR, DIR, NV area or other register with this index",
              "For NV areas, list them with Capability.NV_LIST");
      case 0x003 -> words("a parameter is out of range or does not fit the others");
      case 0x004 -> words("the command succeeded or failed, but its audit entry could not be made");
      case 0x005 ->
          words(
              "this way to clear the TPM is switched off",
              "The owner may have switched off clearing by the owner: use physical presence "
                  + "(ForceClear). Clearing by presence can be off until the next power-on");
      case 0x006 ->
          words(
              "the TPM is deactivated",
              "It is reachable, but does nothing that matters. Activate it through physical "
                  + "presence (Tpm12.enable(), or the firmware's menu); that takes effect at the "
                  + "next power-on");
      case 0x007 ->
          words(
              "the TPM is disabled",
              "Enable it through physical presence (Tpm12.enable(), or the firmware's menu) "
                  + "or as its owner (OwnerSetDisable); that takes effect at once");
      case 0x008 ->
          words(
              "this command is switched off in the state the TPM is in",
              "TPM_ReadPubek: an owner is installed, read it as owner with "
                  + "OwnerReadInternalPub. TPM_CreateEndorsementKeyPair: there is an endorsement "
                  + "key already. TPM_TakeOwnership: installing an owner is not allowed or there is"
                  + " one; look at Capability.PERMANENT_FLAGS");
      case 0x009 -> words("the command failed, and the TPM does not say why");
      case 0x00a ->
          words(
              "the TPM does not know this command",
              "An older TPM may know its predecessor; ask with Capability.ordinal");
      case 0x00b ->
          words(
              "installing an owner is switched off",
              "SetOwnerInstall with physical presence allows it");
      case 0x00c ->
          words("no such key is loaded", "Load it again: it was flushed, or the TPM was reset");
      case 0x00d -> words("the key is not there", "Load it first");
      case 0x00e -> words("the encryption scheme does not fit the key or the command");
      case 0x00f -> words("the migration authorisation is wrong");
      case 0x010 ->
          words(
              "the PCR information makes no sense",
              "Look at the length of the PCR selection, and that a locality is chosen");
      case 0x011 ->
          words("there is no room to load this", "Flush a key or session that is no longer needed");
      case 0x012 -> words("there is no storage root key", "Take ownership first");
      case 0x013 ->
          words(
              "the blob is not sealed data of this TPM",
              "It was made by another TPM, or under another owner, or is damaged");
      case 0x014 ->
          words(
              "the TPM has an owner already",
              "Clear the TPM to install another one; that destroys everything below the "
                  + "storage root key");
      case 0x015 ->
          words(
              "the TPM is out of room for keys or sessions",
              "Flush what is no longer needed, or close other programs that use the TPM");
      case 0x016 -> words("the random octets are too few");
      case 0x017 ->
          words("the TPM has no room for what is asked for", "NV space or a buffer is used up");
      case 0x018 ->
          words(
              "the PCRs are not what this was sealed or bound to",
              "Something measured differs, or one entry more was extended; compare the PCRs "
                  + "with those at sealing");
      case 0x019 -> words("the size in the command does not fit its parameters");
      case 0x01a ->
          words(
              "no SHA-1 calculation is under way",
              "Start it with Sha1Start; any other command in between ends it on some TPMs");
      case 0x01b -> words("the SHA-1 calculation cannot go on", "Start again with Sha1Start");
      case 0x01c ->
          words(
              "the TPM failed its self-test and has shut down",
              "Power-cycle the machine, then read GetTestResult; if it comes back, the TPM is"
                  + " defective. After TPM_Startup(ST_STATE) it means that no state was saved: "
                  + "start with ST_CLEAR");
      case 0x01d ->
          words(
              "the second secret is wrong",
              "Check the password, and how it became a secret. Each wrong one counts towards "
                  + "a lock-out");
      case 0x01e ->
          words(
              "the command's tag does not fit",
              "A TPM 2.0 answers a TPM 1.2 command so: open it as TPM 2.0. Else a command "
                  + "came with too few or too many authorisations");
      case 0x01f -> words("the TPM could not read or write a device of its own");
      case 0x020 -> words("encryption failed");
      case 0x021 -> words("decryption failed", "The blob was not made for this key, or is damaged");
      case 0x022 ->
          words(
              "the session is not in the TPM",
              "It ended with a refused command, was flushed, or the TPM was reset. Open a new"
                  + " one");
      case 0x023 ->
          words(
              "there is no endorsement key",
              "Make one with CreateEndorsementKeyPair (tpm_createek); a TPM from a shop has "
                  + "one");
      case 0x024 ->
          words(
              "the key is not for this use",
              "Storage keys wrap and seal, signing keys sign, identity keys quote, binding "
                  + "keys decrypt");
      case 0x025 -> words("the kind of entity does not fit here");
      case 0x026 ->
          words(
              "the command came out of turn after power-on",
              "TPM_Startup has to be the first command and comes once: send it if nobody did;"
                  + " if it was the one refused, the TPM has been started already");
      case 0x027 -> words("the key or its scheme cannot make this signature");
      case 0x028 ->
          words(
              "the properties of the key are not allowed",
              "Storage keys are RSA 2048 with OAEP; identity keys RSA 2048 with PKCS#1 v1.5 "
                  + "and SHA-1");
      case 0x029 -> words("the migration properties of the key do not allow this");
      case 0x02a -> words("the scheme is not allowed here");
      case 0x02b -> words("the data does not have the size that the key and scheme want");
      case 0x02c ->
          words(
              "a mode is not what the command wants",
              "For GetCapability: this TPM does not know the sub-capability. For new secrets:"
                  + " the session is not OSAP");
      case 0x02d ->
          words(
              "physical presence is missing, or may not be said so",
              "Set it in the firmware's menu, or say it with PhysicalPresence where "
                  + "CMD_ENABLE is set and nothing is locked");
      case 0x02e -> words("the version of the structure is not known to the TPM");
      case 0x02f -> words("the command cannot be sent inside a transport session");
      case 0x030 -> words("the audit entry failed, and so did the command");
      case 0x031 -> words("the audit entry failed, but the command was executed");
      case 0x032 ->
          words("this PCR cannot be reset", "On a PC, 16 and 23 can be reset from locality 0");
      case 0x033 -> words("this locality may not reset the PCR");
      case 0x034 -> words("the type does not fit");
      case 0x035 -> words("the saved context is of another kind of resource");
      case 0x036 -> words("the TPM keeps to FIPS 140 and this does not");
      case 0x037 -> words("there is no such delegation family, or it is not enabled");
      case 0x038 ->
          words(
              "the NV area does not allow this", "Look at its permissions with Capability.nvIndex");
      case 0x039 -> words("the command needs a signature");
      case 0x03a -> words("the key cannot be loaded this way", "Use LoadKey2");
      case 0x03b ->
          words(
              "the NV area wants another authorisation",
              "Owner or area: look at its permissions with Capability.nvIndex");
      case 0x03c ->
          words("the NV area is locked", "Until the next power-on, or for ever with WRITEDEFINE");
      case 0x03d -> words("this locality may not do that");
      case 0x03e -> words("the NV area is read-only");
      case 0x03f ->
          words(
              "the NV area has no protection against writing",
              "Define it with OWNERWRITE, AUTHWRITE, PPWRITE or WRITEDEFINE, or with PCRs or "
                  + "localities that writing wants");
      case 0x040 -> words("the delegation is of an earlier verification count");
      case 0x041 -> words("the NV area has been locked against writing", "Until the next power-on");
      case 0x042 -> words("the attributes of the NV area contradict each other");
      case 0x043 -> words("a structure is not well formed");
      case 0x044 ->
          words(
              "the key is under the owner's control and cannot be flushed",
              "KeyControlOwner as owner releases it");
      case 0x045 ->
          words("there is no such counter, or another one is in use until the next power-on");
      case 0x046 ->
          words("the NV area is written in one piece only", "Write all of it, from offset 0");
      case 0x047 -> words("the saved sessions have grown too far apart in age");
      case 0x048 ->
          words(
              "too many NV writes without an owner",
              "Take ownership; then the count no longer matters");
      case 0x049 ->
          words("no operator secret is set", "SetOperatorAuth with physical presence sets one");
      case 0x04a -> words("the resource a saved context needs is not loaded");
      case 0x04b -> words("the delegation table is locked");
      case 0x04c -> words("the row belongs to another delegation family");
      case 0x04d -> words("delegation management is not enabled");
      case 0x04e ->
          words("another command came in between and ended the exclusive transport session");
      case 0x04f -> words("the key is under the owner's control");
      case 0x050 -> words("there is no room for another DAA session", "Flush one");
      case 0x051 -> words("the DAA input inputData0 is not consistent");
      case 0x052 -> words("the DAA input inputData1 is not consistent");
      case 0x053 -> words("the DAA issuer's settings are not consistent");
      case 0x054 -> words("the TPM's DAA settings are not consistent");
      case 0x055 -> words("the DAA stages came out of turn", "Start again at stage 0");
      case 0x056 -> words("the DAA issuer's proof does not hold");
      case 0x057 -> words("the DAA value w is wrong");
      case 0x058 ->
          words(
              "the handle stands for nothing, or for something else",
              "It was flushed, or the TPM was reset");
      case 0x059 -> words("the delegation does not allow this command or entity");
      case 0x05a ->
          words("the saved context was changed, or is of another TPM or an earlier start");
      case 0x05b -> words("too many sessions are saved", "Load or flush some");
      case 0x05c -> words("the migration authority's ticket does not hold");
      case 0x05d -> words("the migration's destination is not the authorised one");
      case 0x05e -> words("the migration's source is not the authorised one");
      case 0x05f -> words("the migration authority is not the one of the key");
      case 0x061 ->
          words("the endorsement key cannot be revoked", "Only one made by CreateRevocableEK can");
      case 0x062 -> words("the signature is wrong");
      case 0x063 ->
          words("there is no room to save another session", "Load or flush one that is saved");
      case 0x800 -> words("the TPM is busy", "Try again later");
      case 0x801 ->
          words("a function has to be tested before it is used", "ContinueSelfTest tests the rest");
      case 0x802 -> words("the TPM is testing itself", "Try again in a few seconds");
      case 0x803 ->
          words(
              "the TPM is locked after too many wrong secrets",
              "Wait, with the power on; the time grows with each further wrong one. The owner"
                  + " ends it with ResetLockValue");
      default ->
          throw new IllegalArgumentException("no words for " + String.format("0x%08x", code));
    };
  }
}
