package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sizedOrEmpty32;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;

/**
 * TPM_KEY12: a key blob in the form of TPM 1.2. Restricted-migration keys (CMK) and keys bound to
 * localities need it.
 *
 * @param keyUsage what the key is for
 * @param keyFlags how it may leave its TPM and what its PCRs guard
 * @param authDataUsage when it wants its secret
 * @param algorithmParms algorithm, schemes and size
 * @param pcrInfo the PCRs and localities it is bound to, if any
 * @param pubKey TPM_STORE_PUBKEY: the modulus without its length; empty in a template
 * @param encData the private part, encrypted under the parent; empty in a template
 * @see "TPM 1.2 Main, Part 2, 10.3 TPM_KEY12"
 */
public record Key12(
    KeyUsage keyUsage,
    KeyFlags keyFlags,
    AuthDataUsage authDataUsage,
    KeyParms algorithmParms,
    Optional<PcrInfoLong> pcrInfo,
    Bytes pubKey,
    Bytes encData)
    implements TpmKey {

  /** TPM_KEY12: tag 0x0028 and two octets of zero first. */
  public static final Codec<Key12> CODEC =
      struct(
          "TPM_KEY12",
          Key12::new,
          after(
              constant("tag", "0028"),
              constant("fill", "0000"),
              field("keyUsage", KeyUsage.CODEC, Key12::keyUsage)),
          field("keyFlags", KeyFlags.CODEC, Key12::keyFlags),
          field("authDataUsage", AuthDataUsage.CODEC, Key12::authDataUsage),
          field("algorithmParms", KeyParms.CODEC, Key12::algorithmParms),
          sizedOrEmpty32("PCRInfo", PcrInfoLong.CODEC, Key12::pcrInfo),
          bytes32("pubKey", Key12::pubKey),
          bytes32("encData", Key12::encData));

  /** The template of a key to be made, not bound to PCRs. */
  public static Key12 template(
      KeyUsage keyUsage, KeyFlags keyFlags, AuthDataUsage authDataUsage, KeyParms algorithmParms) {
    return new Key12(
        keyUsage,
        keyFlags,
        authDataUsage,
        algorithmParms,
        Optional.empty(),
        Bytes.EMPTY,
        Bytes.EMPTY);
  }

  /** A key or template of TPM 1.1 in this form; one that is bound to PCRs must be bound anew. */
  public static Key12 of(Key key) {
    if (key.pcrInfo().isPresent()) {
      throw new IllegalArgumentException(
          "a key bound to PCRs in the form of TPM 1.1 has no localities to take over");
    }
    return new Key12(
        key.keyUsage(),
        key.keyFlags(),
        key.authDataUsage(),
        key.algorithmParms(),
        Optional.empty(),
        key.pubKey(),
        key.encData());
  }

  @Override
  public PubKey toPubKey() {
    return new PubKey(algorithmParms, pubKey);
  }

  /** This template, bound to PCRs and localities. */
  public Key12 boundTo(PcrInfoLong pcrs) {
    return new Key12(
        keyUsage, keyFlags, authDataUsage, algorithmParms, Optional.of(pcrs), pubKey, encData);
  }

  /** This template with other flags. */
  public Key12 with(KeyFlags flags) {
    return new Key12(
        keyUsage, flags, authDataUsage, algorithmParms, pcrInfo, pubKey, encData);
  }

  /** This template for a key that wants its secret at other times. */
  public Key12 with(AuthDataUsage usage) {
    return new Key12(
        keyUsage, keyFlags, usage, algorithmParms, pcrInfo, pubKey, encData);
  }

  @Override
  public Key12 withEncData(Bytes wrapped) {
    return new Key12(
        keyUsage, keyFlags, authDataUsage, algorithmParms, pcrInfo, pubKey, wrapped);
  }
}
