package org.tssj.tpm12.structure.key;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.pcr.PcrBinding;

/**
 * TPM_KEY or TPM_KEY12: a key blob, that is a public key with its wrapped private part. Every
 * command that takes or makes keys takes both; the form of TPM 1.2 begins with a tag and can be
 * bound to localities.
 *
 * <p>The same structure, with an empty public and private part, is the template of a key to be
 * made.
 */
public sealed interface TpmKey permits Key, Key12 {

  /** Either form, told apart by the tag. */
  Codec<TpmKey> CODEC =
      Codecs.byTag("TPM_KEY or TPM_KEY12", 0x0028, Key12.class, Key12.CODEC, Key.class, Key.CODEC);

  /** What the key is for. */
  KeyUsage keyUsage();

  /** How it may leave its TPM and what its PCRs guard. */
  KeyFlags keyFlags();

  /** When it wants its secret. */
  AuthDataUsage authDataUsage();

  /** Algorithm, schemes and size. */
  KeyParms algorithmParms();

  /** What it is bound to, if it is bound to PCRs. */
  Optional<? extends PcrBinding> pcrInfo();

  /** TPM_STORE_PUBKEY: the modulus, big-endian, without its length. */
  Bytes pubKey();

  /** The private part, encrypted under the parent: TPM_STORE_ASYMKEY inside. */
  Bytes encData();

  // Not a default method: with one, a Key would initialise this interface, and with it CODEC,
  // before
  // its own codec is there.
  /** TPM_PUBKEY of this key. */
  PubKey toPubKey();

  /** This key with another private part, as a command that wraps it anew answers it. */
  TpmKey withEncData(Bytes wrapped);
}
