package org.tssj.tpm20.crypto;

import java.security.SecureRandom;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.asymmetric.Encapsulate;
import org.tssj.tpm20.engine.MlKem;
import org.tssj.tpm20.structure.object.MlkemParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.Sensitive;

/**
 * ML-KEM (FIPS 203) without a TPM: both sides of TPM2_Encapsulate and TPM2_Decapsulate. Needs Bouncy
 * Castle.
 *
 * @see "TPM 2.0 Library 1.85, Part 3, TPM2_Encapsulate and TPM2_Decapsulate"
 */
public final class KeyEncapsulation {

  private static final SecureRandom RANDOM = new SecureRandom();

  private KeyEncapsulation() {}

  /**
   * TPM2_Encapsulate without a TPM: a secret that only the owner of {@code key} can recover.
   *
   * @param key the public area of an ML-KEM key
   * @throws IllegalArgumentException if it is of another type, or a template
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public static Encapsulate.Response encapsulate(Public key) {
    if (key.unique() instanceof PublicId.Mlkem id) {
      MlKem.Encapsulated made = MlKem.encapsulate(parms(key).parameterSet(), id.key(), RANDOM);
      return new Encapsulate.Response(made.sharedSecret(), made.ciphertext());
    }
    throw notMlkem(key);
  }

  /**
   * TPM2_Decapsulate without a TPM, for a key whose private seed is here. By FIPS 203 a changed
   * ciphertext gives another secret and no error.
   *
   * @param key the sensitive area of an ML-KEM key, whose secret is its seed of 64 octets
   * @param publicArea its public area
   * @param ciphertext as TPM2_Encapsulate made it
   * @return 32 octets
   * @throws IllegalArgumentException if the key is of another type, or a size is wrong
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public static AuthValue decapsulate(Sensitive key, Public publicArea, Bytes ciphertext) {
    return MlKem.decapsulate(parms(publicArea).parameterSet(), key.sensitive(), ciphertext);
  }

  private static MlkemParms parms(Public key) {
    if (key.parameters() instanceof MlkemParms parms) {
      return parms;
    }
    throw notMlkem(key);
  }

  private static IllegalArgumentException notMlkem(Public key) {
    return new IllegalArgumentException("secrets are encapsulated for ML-KEM keys, not " + key);
  }
}
