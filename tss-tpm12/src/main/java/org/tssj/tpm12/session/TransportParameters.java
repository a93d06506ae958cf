package org.tssj.tpm12.session;

import java.util.Optional;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.transport.TransportAttributes;
import org.tssj.tpm12.structure.transport.TransportPublic;

/**
 * What a transport session shall be.
 *
 * <pre>{@code
 * TransportParameters.encryptedFor(Handle.SRK, srk).logged().exclusive()
 * }</pre>
 *
 * @param encHandle the storage or legacy key that the session's secret is encrypted for;
 *     TPM_KH_TRANSPORT for a secret that travels as it is
 * @param encKey its public part; empty for TPM_KH_TRANSPORT
 * @param transPublic attributes and algorithm
 * @see "TPM 1.2 Main, Part 3, 24.1 TPM_EstablishTransport"
 */
public record TransportParameters(
    Handle encHandle, Optional<PubKey> encKey, TransportPublic transPublic) {

  public TransportParameters {
    if (encKey.isPresent() == encHandle.equals(Handle.TRANSPORT)) {
      throw new IllegalArgumentException(
          "a key encrypts the secret, and its public part is needed; TPM_KH_TRANSPORT is no key");
    }
    if (encKey.isEmpty() && transPublic.transAttributes().has(TransportAttributes.ENCRYPT)) {
      throw new IllegalArgumentException(
          "a session whose secret travels as it is cannot encrypt: write encryptedFor(key, ...)");
    }
  }

  /** Nothing is encrypted, not even the session's secret: for logs, and against others. */
  public static TransportParameters clear() {
    return new TransportParameters(
        Handle.TRANSPORT,
        Optional.empty(),
        new TransportPublic(TransportAttributes.NONE, AlgorithmId.MGF1, EncScheme.NONE));
  }

  /**
   * Parameters of commands and answers are encrypted with AES-128 in counter mode.
   *
   * @param key a loaded storage or legacy key
   * @param publicKey its public part: whoever can put in another one learns the secret
   */
  public static TransportParameters encryptedFor(Handle key, PubKey publicKey) {
    return new TransportParameters(
        key,
        Optional.of(publicKey),
        new TransportPublic(TransportAttributes.ENCRYPT, AlgorithmId.AES128, EncScheme.SYM_CTR));
  }

  /** The same, encrypted by XOR with MGF1, which every TPM has. */
  public TransportParameters byMgf1() {
    return with(attributes(), AlgorithmId.MGF1, EncScheme.NONE);
  }

  /** The same, encrypted with AES-128 in output feedback mode. */
  public TransportParameters byOutputFeedback() {
    return with(attributes(), AlgorithmId.AES128, EncScheme.SYM_OFB);
  }

  /** The same, with a log that {@link TransportSession#release} has signed. */
  public TransportParameters logged() {
    return with(
        attributes().with(TransportAttributes.LOG), transPublic.algId(), transPublic.encScheme());
  }

  /** The same, which ends as soon as a command is executed outside of it. */
  public TransportParameters exclusive() {
    return with(
        attributes().with(TransportAttributes.EXCLUSIVE),
        transPublic.algId(),
        transPublic.encScheme());
  }

  private TransportAttributes attributes() {
    return transPublic.transAttributes();
  }

  private TransportParameters with(
      TransportAttributes attributes, AlgorithmId algorithm, EncScheme scheme) {
    return new TransportParameters(
        encHandle, encKey, new TransportPublic(attributes, algorithm, scheme));
  }
}
