package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.selector;
import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.Union;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;

/**
 * TPM_KEY_PARMS: a key's algorithm and schemes. Which algorithm, the parameters say.
 *
 * @param encScheme how the key encrypts
 * @param sigScheme how the key signs
 * @param parms what the algorithm needs to know
 * @see "TPM 1.2 Main, Part 2, 10.1 TPM_KEY_PARMS"
 */
public record KeyParms(EncScheme encScheme, SigScheme sigScheme, Parms parms) {

  private static final Union<Parms> PARMS =
      Union.union("TPM_KEY_PARMS.parms", Parms::algorithmId, AlgorithmId::new)
          .on(AlgorithmId.RSA, Parms.class, new OrNothing<>(RsaKeyParms.class, RsaKeyParms.CODEC))
          .on(AlgorithmId.TRIPLE_DES, Parms.class, symmetric())
          .on(AlgorithmId.AES128, Parms.class, symmetric())
          .on(AlgorithmId.AES192, Parms.class, symmetric())
          .on(AlgorithmId.AES256, Parms.class, symmetric())
          .otherwise(Other.class, Other.CODEC);

  /** TPM_KEY_PARMS: algorithm, schemes, size of the parameters, parameters. */
  public static final Codec<KeyParms> CODEC =
      struct(
          "TPM_KEY_PARMS",
          KeyParms::new,
          after(
              selector("algorithmID", AlgorithmId.CODEC, key -> key.parms().algorithmId()),
              field("encScheme", EncScheme.CODEC, KeyParms::encScheme)),
          field("sigScheme", SigScheme.CODEC, KeyParms::sigScheme),
          sized32("parms", PARMS, KeyParms::parms));

  private static Codec<Parms> symmetric() {
    return new OrNothing<>(SymmetricKeyParms.class, SymmetricKeyParms.CODEC);
  }

  /** A storage key: RSA 2048 with OAEP, as the SRK is. */
  public static KeyParms storage() {
    return new KeyParms(EncScheme.RSAESOAEP_SHA1_MGF1, SigScheme.NONE, RsaKeyParms.ofBits(2048));
  }

  /** A key that signs SHA-1 digests, as identity keys do. */
  public static KeyParms signing(int keyLength) {
    return new KeyParms(
        EncScheme.NONE, SigScheme.RSASSAPKCS1V15_SHA1, RsaKeyParms.ofBits(keyLength));
  }

  /** A key that decrypts what was encrypted with OAEP. */
  public static KeyParms binding(int keyLength) {
    return new KeyParms(
        EncScheme.RSAESOAEP_SHA1_MGF1, SigScheme.NONE, RsaKeyParms.ofBits(keyLength));
  }

  /** The algorithm, as the parameters say. */
  public AlgorithmId algorithmId() {
    return parms.algorithmId();
  }

  /**
   * The size and exponent of an RSA key.
   *
   * @throws IllegalArgumentException if it is a key of another algorithm, or does not say
   */
  public RsaKeyParms rsa() {
    if (parms instanceof RsaKeyParms rsa) {
      return rsa;
    }
    throw new IllegalArgumentException("not the parameters of an RSA key: " + this);
  }

  /** The parameters of one algorithm. */
  public sealed interface Parms permits RsaKeyParms, SymmetricKeyParms, Other {

    /** Whose parameters they are; TPM_KEY_PARMS writes it before them. */
    AlgorithmId algorithmId();
  }

  /**
   * Parameters this version does not know, kept octet by octet, or none at all: TSSs leave out
   * those of a key they know nothing about.
   *
   * @param algorithmId whose parameters they are
   * @param octets the parameters; empty if there are none
   */
  public record Other(AlgorithmId algorithmId, Bytes octets) implements Parms {
    static final Codec<Other> CODEC =
        struct(
            "other parameters",
            Other::new,
            selected("algorithmID", AlgorithmId::new, Other::algorithmId),
            rest("parms", Other::octets));
  }

  /** Parameters of a known algorithm, which may be left out. */
  private record OrNothing<P extends Parms>(Class<P> type, Codec<P> known) implements Codec<Parms> {

    @Override
    public void write(Parms value, WireWriter out) {
      if (type.isInstance(value)) {
        known.write(type.cast(value), out);
      } else if (!(value instanceof Other other) || !other.octets().isEmpty()) {
        throw new IllegalArgumentException(
            value.algorithmId() + " has a " + type.getSimpleName() + " or nothing, not " + value);
      }
    }

    @Override
    public Parms read(WireReader in) {
      return in.remaining() == 0
          ? new Other(new AlgorithmId(in.selector()), Bytes.EMPTY)
          : known.read(in);
    }

    @Override
    public Parms random(RandomValues random) {
      return random.below(4) == 0
          ? new Other(new AlgorithmId(random.selector()), Bytes.EMPTY)
          : known.random(random);
    }

    @Override
    public Layout layout() {
      return known.layout();
    }
  }
}
