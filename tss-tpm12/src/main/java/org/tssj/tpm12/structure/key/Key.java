package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.pcr.PcrInfo;

/**
 * TPM_KEY: a key blob in the form of TPM 1.1, which trousers and tpm-tools write to this day.
 *
 * @param ver 1.1.0.0
 * @param keyUsage what the key is for
 * @param keyFlags how it may leave its TPM and what its PCRs guard
 * @param authDataUsage when it wants its secret
 * @param algorithmParms algorithm, schemes and size
 * @param pcrInfo the PCRs it is bound to, if any
 * @param pubKey TPM_STORE_PUBKEY: the modulus without its length; empty in a template
 * @param encData the private part, encrypted under the parent; empty in a template
 * @see "TPM 1.2 Main, Part 2, 10.2 TPM_KEY"
 */
public record Key(
    StructVer ver,
    KeyUsage keyUsage,
    KeyFlags keyFlags,
    AuthDataUsage authDataUsage,
    KeyParms algorithmParms,
    Optional<PcrInfo> pcrInfo,
    Bytes pubKey,
    Bytes encData)
    implements TpmKey {

  /** TPM_KEY: version first. */
  public static final Codec<Key> CODEC =
      struct(
          "TPM_KEY",
          Key::new,
          field("ver", StructVer.CODEC, Key::ver),
          field("keyUsage", KeyUsage.CODEC, Key::keyUsage),
          field("keyFlags", KeyFlags.CODEC, Key::keyFlags),
          field("authDataUsage", AuthDataUsage.CODEC, Key::authDataUsage),
          field("algorithmParms", KeyParms.CODEC, Key::algorithmParms),
          sizedOrEmpty32("PCRInfo", PcrInfo.CODEC, Key::pcrInfo),
          bytes32("pubKey", Key::pubKey),
          bytes32("encData", Key::encData));

  /** The template of a key to be made, not bound to PCRs. */
  public static Key template(
      KeyUsage keyUsage, KeyFlags keyFlags, AuthDataUsage authDataUsage, KeyParms algorithmParms) {
    return new Key(
        StructVer.V1_1,
        keyUsage,
        keyFlags,
        authDataUsage,
        algorithmParms,
        Optional.empty(),
        Bytes.EMPTY,
        Bytes.EMPTY);
  }

  @Override
  public PubKey toPubKey() {
    return new PubKey(algorithmParms, pubKey);
  }

  /** This template, bound to PCRs. */
  public Key boundTo(PcrInfo pcrs) {
    return new Key(
        ver, keyUsage, keyFlags, authDataUsage, algorithmParms, Optional.of(pcrs), pubKey, encData);
  }

  /** This template with other flags. */
  public Key with(KeyFlags flags) {
    return new Key(
        ver, keyUsage, flags, authDataUsage, algorithmParms, pcrInfo, pubKey, encData);
  }

  /** This template for a key that wants its secret at other times. */
  public Key with(AuthDataUsage usage) {
    return new Key(
        ver, keyUsage, keyFlags, usage, algorithmParms, pcrInfo, pubKey, encData);
  }

  @Override
  public Key withEncData(Bytes wrapped) {
    return new Key(
        ver, keyUsage, keyFlags, authDataUsage, algorithmParms, pcrInfo, pubKey, wrapped);
  }
}
