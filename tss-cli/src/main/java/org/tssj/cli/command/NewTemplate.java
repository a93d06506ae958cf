package org.tssj.cli.command;

import org.tssj.cli.argument.KeyAlgorithm;
import org.tssj.cli.argument.KeyUse;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.Bytes;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.template.Templates;

/** Templates of both families as the verbs' options ask for them. */
final class NewTemplate {

  private NewTemplate() {}

  /** The template for what its policy alone approves of. */
  static Public usedByPolicy(Public template, Bytes policy) {
    return template
        .withAttributes(template.objectAttributes().without(ObjectAttributes.USER_WITH_AUTH))
        .withAuthPolicy(policy);
  }

  /** A key of a TPM 2.0 that stays in it. */
  static Public of20(KeyUse use, KeyAlgorithm algorithm) {
    Public plain =
        switch (use) {
          case SIGN -> Templates.signingKey(parms(algorithm, SymDef.NULL));
          case DECRYPT -> Templates.decryptionKey(parms(algorithm, SymDef.NULL));
          case BOTH ->
              with(
                  Templates.decryptionKey(parms(algorithm, SymDef.NULL)),
                  ObjectAttributes.SIGN_ENCRYPT);
          case STORAGE ->
              with(
                  Templates.decryptionKey(parms(algorithm, SymDef.aesCfb(128))),
                  ObjectAttributes.RESTRICTED);
        };
    return plain.withUnique(PublicId.empty(plain.type()));
  }

  private static Public with(Public template, ObjectAttributes more) {
    return template.withAttributes(template.objectAttributes().with(more));
  }

  /** The same for a key that may be given to another parent. */
  static Public exportable(Public template) {
    return template.withAttributes(
        template
            .objectAttributes()
            .without(ObjectAttributes.FIXED_TPM)
            .without(ObjectAttributes.FIXED_PARENT));
  }

  private static PublicParms parms(
      KeyAlgorithm algorithm, org.tssj.tpm20.structure.algorithm.SymDefObject symmetric) {
    return algorithm.isRsa()
        ? new RsaParms(symmetric, Scheme.NULL, algorithm.bits(), 0)
        : new EccParms(symmetric, Scheme.NULL, curve(algorithm.bits()), Scheme.NULL);
  }

  private static EccCurve curve(int bits) {
    return switch (bits) {
      case 384 -> EccCurve.NIST_P384;
      case 521 -> EccCurve.NIST_P521;
      default -> EccCurve.NIST_P256;
    };
  }

  /** A key of a TPM 1.2. Signing keys sign digests of any kind. */
  static Key of12(KeyUse use, KeyAlgorithm algorithm) {
    if (!algorithm.isRsa() || algorithm.bits() > 2048) {
      throw new UsageException("a TPM 1.2 makes RSA keys of up to 2048 bits, not " + algorithm);
    }
    return switch (use) {
      case SIGN -> KeyTemplates.signingDer(algorithm.bits());
      case DECRYPT -> KeyTemplates.binding(algorithm.bits());
      case BOTH -> KeyTemplates.legacy(algorithm.bits());
      case STORAGE -> {
        if (algorithm.bits() != 2048) {
          throw new UsageException("a storage key of a TPM 1.2 has 2048 bits, not " + algorithm);
        }
        yield KeyTemplates.storage();
      }
    };
  }
}
