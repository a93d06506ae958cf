package org.tssj.cli.key;

import java.util.Locale;
import org.tssj.core.Bank;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;

/** How RSA encrypts. */
public enum Padding {
  /** OAEP. */
  OAEP,
  /** PKCS #1 v1.5, for what cannot do OAEP. */
  PKCS1;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Padding parse(String text) {
    for (Padding padding : values()) {
      if (padding.toString().equals(text)) {
        return padding;
      }
    }
    throw new IllegalArgumentException("a scheme is oaep or pkcs1, not \"" + text + "\"");
  }

  /** The TPM's scheme. */
  public Scheme scheme(Bank hash) {
    return this == OAEP ? Scheme.oaep(AlgorithmId.of(hash)) : new Scheme.Empty(AlgorithmId.RSAES);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
