package org.tssj.cli.key;

import java.util.Locale;
import java.util.Optional;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.Bank;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.RsaParms;

/** How a key signs. */
public enum SigningScheme {
  /** PKCS #1 v1.5. */
  RSASSA,
  /** PSS. */
  RSAPSS,
  /** ECDSA. */
  ECDSA;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static SigningScheme parse(String text) {
    for (SigningScheme scheme : values()) {
      if (scheme.toString().equals(text)) {
        return scheme;
      }
    }
    throw new IllegalArgumentException("a scheme is rsassa, rsapss or ecdsa, not \"" + text + "\"");
  }

  /**
   * The scheme of one signature.
   *
   * @param inCommand what the command says: nothing where the key has a scheme of its own
   * @param hash what is hashed with
   */
  public record Chosen(Scheme inCommand, Bank hash) {}

  /**
   * Chooses.
   *
   * @throws UsageException if the key does not sign, or has another scheme or hash of its own
   */
  public static Chosen choose(Public key, Optional<SigningScheme> wanted, Optional<Bank> hash) {
    if (!key.objectAttributes().signEncrypt()) {
      throw new UsageException("the key does not sign; it is for " + key.objectAttributes());
    }
    boolean isRsa = key.parameters() instanceof RsaParms;
    if (!isRsa && !(key.parameters() instanceof EccParms)) {
      throw new UsageException("tpm sign takes RSA and elliptic-curve keys, not " + key.type());
    }
    Scheme own =
        key.parameters() instanceof RsaParms rsa
            ? rsa.scheme()
            : ((EccParms) key.parameters()).scheme();
    if (own instanceof Scheme.Hashed hashed) {
      return ofKey(hashed, wanted, hash);
    }
    SigningScheme scheme = wanted.orElse(isRsa ? RSASSA : ECDSA);
    if (isRsa == (scheme == ECDSA)) {
      throw new UsageException("a key of " + key.type() + " does not sign with " + scheme);
    }
    Bank bank = hash.orElse(Bank.SHA256);
    return new Chosen(new Scheme.Hashed(scheme.algorithm(), AlgorithmId.of(bank)), bank);
  }

  private static Chosen ofKey(
      Scheme.Hashed own, Optional<SigningScheme> wanted, Optional<Bank> hash) {
    Bank bank =
        own.hashAlg()
            .hash()
            .orElseThrow(() -> new UsageException("the key's hash is unknown: " + own.hashAlg()));
    if (hash.isPresent() && !hash.get().equals(bank)) {
      throw new UsageException("the key signs with " + bank + " alone, not " + hash.get());
    }
    if (wanted.isPresent() && !wanted.get().algorithm().equals(own.scheme())) {
      throw new UsageException("the key signs with " + own.scheme() + ", not " + wanted.get());
    }
    return new Chosen(Scheme.NULL, bank);
  }

  private AlgorithmId algorithm() {
    return switch (this) {
      case RSASSA -> AlgorithmId.RSASSA;
      case RSAPSS -> AlgorithmId.RSAPSS;
      case ECDSA -> AlgorithmId.ECDSA;
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
