package org.tssj.cli.policy;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.policy.PolicySigner;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.Signature;

/** Signs with a private key of this process, by the scheme of the key a policy names. */
public final class PemSigner {

  private PemSigner() {}

  /** Who signs for a policy that names this public area. */
  public static PolicySigner of(PrivateKey key, Public named) {
    Scheme own =
        named.parameters() instanceof RsaParms rsa
            ? rsa.scheme()
            : named.parameters() instanceof EccParms ecc ? ecc.scheme() : Scheme.NULL;
    Bank hash =
        own instanceof Scheme.Hashed hashed
            ? hashed.hashAlg().hash().orElse(Bank.SHA256)
            : named.nameAlg().hash().orElse(Bank.SHA256);
    if (named.parameters() instanceof EccParms) {
      return PolicySigner.ecdsa(key, hash);
    }
    return own.scheme().equals(AlgorithmId.RSAPSS)
        ? pss(key, hash)
        : PolicySigner.rsassa(key, hash);
  }

  private static PolicySigner pss(PrivateKey key, Bank hash) {
    return message -> {
      try {
        java.security.Signature signer = java.security.Signature.getInstance("RSASSA-PSS");
        signer.setParameter(
            new PSSParameterSpec(
                hash.javaName(),
                "MGF1",
                new MGF1ParameterSpec(hash.javaName()),
                hash.size(),
                PSSParameterSpec.TRAILER_FIELD_BC));
        signer.initSign(key);
        signer.update(message.toArray());
        return new Signature.Rsa(
            AlgorithmId.RSAPSS, AlgorithmId.of(hash), Bytes.wrap(signer.sign()));
      } catch (GeneralSecurityException e) {
        throw new UsageException("the key cannot sign with RSAPSS: " + e.getMessage(), e);
      }
    };
  }
}
