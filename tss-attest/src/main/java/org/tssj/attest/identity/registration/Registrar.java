package org.tssj.attest.identity.registration;

import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.identity.chain.ChainVerifier;

/**
 * Registers attestation keys at a verifier.
 *
 * <pre>{@code
 * RegistrationVerdict verdict = Registrar.trusting(chains).challenge(request);
 * if (verdict instanceof RegistrationVerdict.Challenged challenged) {
 *   // challenged.pending().challenge() goes to the machine, its answer comes back
 *   Optional<RegisteredKey> key = challenged.pending().accept(answer);
 * }
 * }</pre>
 *
 * @see "TPM 2.0 Library, Part 1, 24 Credential Protection; TPM 1.2 Main, Part 1, 11 Identities"
 */
public final class Registrar {

  private final Optional<ChainVerifier> chains;
  private final List<PublicKey> known;
  private final SecureRandom random;

  private Registrar(Optional<ChainVerifier> chains, List<PublicKey> known, SecureRandom random) {
    this.chains = chains;
    this.known = List.copyOf(known);
    this.random = random;
  }

  /** One that trusts the endorsement keys whose certificates lead to a root. */
  public static Registrar trusting(ChainVerifier chains) {
    return new Registrar(Optional.of(chains), List.of(), new SecureRandom());
  }

  /**
   * One that trusts these endorsement keys: software TPMs and many servers have no certificate, and
   * somebody has read the key while the machine was in his hands.
   */
  public static Registrar knowing(List<PublicKey> endorsementKeys) {
    return new Registrar(Optional.empty(), endorsementKeys, new SecureRandom());
  }

  /** The same with more endorsement keys that are known. */
  public Registrar alsoKnowing(List<PublicKey> endorsementKeys) {
    List<PublicKey> all = new ArrayList<>(known);
    all.addAll(endorsementKeys);
    return new Registrar(chains, all, random);
  }

  Optional<ChainVerifier> chains() {
    return chains;
  }

  List<PublicKey> known() {
    return known;
  }

  SecureRandom random() {
    return random;
  }

  /**
   * Checks both keys and, if nothing speaks against them, makes a challenge that only the TPM with
   * both can answer.
   */
  public RegistrationVerdict challenge(RegistrationRequest request) {
    return new RequestCheck(this, request).verdict();
  }
}
