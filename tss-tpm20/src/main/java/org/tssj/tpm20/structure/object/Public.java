package org.tssj.tpm20.structure.object;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selector;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMT_PUBLIC: the public area of an object, or the template from which one is made.
 *
 * <p>The type stands in the parameters, so that the two cannot contradict each other.
 *
 * @param nameAlg the hash of the object's Name, its policy and its protection; TPM_ALG_NULL only
 *     for external public keys
 * @param objectAttributes what may be done with it
 * @param authPolicy digest of the policy that approves using it, empty if none can
 * @param parameters what it is
 * @param unique its public key or what binds it to its hidden part
 * @see "TPM 2.0 Library, Part 2, Table 201 TPMT_PUBLIC"
 */
public record Public(
    AlgorithmId nameAlg,
    ObjectAttributes objectAttributes,
    Bytes authPolicy,
    PublicParms parameters,
    PublicId unique) {

  /** TPMT_PUBLIC: the public area itself. */
  public static final Codec<Public> CODEC =
      struct(
          "TPMT_PUBLIC",
          Public::new,
          after(
              selector("type", AlgorithmId.CODEC, Public::type),
              field("nameAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), Public::nameAlg)),
          field("objectAttributes", ObjectAttributes.CODEC, Public::objectAttributes),
          bytes16("authPolicy", Public::authPolicy),
          field("parameters", PublicUnions.PARMS, Public::parameters),
          field("unique", PublicUnions.ID, Public::unique));

  /** TPM2B_PUBLIC: the public area behind its size, as commands carry it and tools store it. */
  public static final Codec<Public> SIZED_CODEC = Codecs.sized(2, CODEC);

  /**
   * Checks that {@code unique} is of the parameters' type.
   *
   * @throws IllegalArgumentException if it is not
   */
  public Public {
    if (!unique.type().equals(parameters.type())) {
      throw new IllegalArgumentException(
          "unique is of type " + unique.type() + ", parameters of " + parameters.type());
    }
  }

  /** TPMI_ALG_PUBLIC: the object's type. */
  public AlgorithmId type() {
    return parameters.type();
  }

  /** The same with other attributes. */
  public Public withAttributes(ObjectAttributes attributes) {
    return new Public(nameAlg, attributes, authPolicy, parameters, unique);
  }

  /** The same with another policy; empty for none. */
  public Public withAuthPolicy(Bytes policy) {
    return new Public(nameAlg, objectAttributes, policy, parameters, unique);
  }

  /**
   * The same with another {@code unique}: in the template for a primary key, another one gives
   * another key.
   *
   * @throws IllegalArgumentException if it is not of this type
   */
  public Public withUnique(PublicId other) {
    return new Public(nameAlg, objectAttributes, authPolicy, parameters, other);
  }

  /**
   * The Name, by which HMAC sessions, policies and attestations know the object: the hash's number
   * and the digest of this public area. Empty if nameAlg is TPM_ALG_NULL.
   *
   * @throws UnsupportedOperationException if the hash is not one this version can compute
   * @see "TPM 2.0 Library, Part 1, 16 Names"
   */
  public Bytes name() {
    return nameAlg.equals(AlgorithmId.NULL) ? Bytes.EMPTY : digested(CODEC.encode(this));
  }

  /**
   * The Qualified Name: the Name together with those of all ancestors.
   *
   * @param parent the parent's Qualified Name; a hierarchy's is its handle
   * @throws UnsupportedOperationException if the hash is not one this version can compute
   * @see "TPM 2.0 Library, Part 1, 16 Names"
   */
  public Bytes qualifiedName(Bytes parent) {
    return nameAlg.equals(AlgorithmId.NULL) ? Bytes.EMPTY : digested(parent.concat(name()));
  }

  private Bytes digested(Bytes octets) {
    Bank hash =
        nameAlg
            .hash()
            .orElseThrow(
                () -> new UnsupportedOperationException("no Name can be computed with " + nameAlg));
    return AlgorithmId.CODEC.encode(nameAlg).concat(hash.hash(octets));
  }
}
