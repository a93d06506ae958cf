package org.tssj.tpm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.identity.registration.ActivationChallenge;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.attest.predict.Measurement;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;

/**
 * A TPM of either family. May be shared by threads: one command goes through at a time.
 *
 * <pre>{@code
 * try (Tpm tpm = Tpm.open("device:/dev/tpmrm0")) {
 *   tpm.measure(16, Path.of("/boot/vmlinuz"));
 *   PcrValues values = tpm.pcrRead(Bank.SHA256, 16);
 * }
 * }</pre>
 *
 * <p>Secrets are {@link AuthValue}s as they are on a TPM 2.0. A TPM 1.2 wants 20 octets: an empty
 * secret stands for the well-known one (20 zeros), 20 octets for themselves, and anything else is a
 * password whose SHA-1 digest is the secret, as tpm-tools does it.
 *
 * <p>Methods throw {@link IOException} when the bytes could not be carried, {@link
 * org.tssj.core.TpmResponseException} when the TPM refuses, {@link
 * org.tssj.core.TpmAuthenticityException} when an answer does not prove itself, and {@link
 * org.tssj.core.wire.WireException} when one is not what it claims to be.
 */
public sealed interface Tpm extends AutoCloseable permits FamilyTpm {

  /**
   * Opens the TPM that a connection string names, and asks it which family it is of.
   *
   * @param connectionString for example {@code device:/dev/tpmrm0}, {@code libtpms:family=1.2},
   *     {@code swtpm:port=2321}
   * @throws org.tssj.core.transport.TpmTransportException if it cannot be reached; the message says
   *     what to do
   * @throws IllegalArgumentException if the string is none; the message lists what there is
   */
  static Tpm open(String connectionString) throws IOException {
    return over(Transports.open(connectionString));
  }

  /**
   * The TPM behind a transport, which is closed together with it.
   *
   * @throws IOException if it does not answer; the transport is closed then
   */
  static Tpm over(TpmTransport transport) throws IOException {
    return FamilyTpm.over(transport);
  }

  /** Which specification it follows, told by the tag of its answers. */
  Family family();

  /** The TPM 2.0 itself, for everything this interface does not have; empty for a TPM 1.2. */
  Optional<Tpm20> tpm20();

  /** The TPM 1.2 itself, for everything this interface does not have; empty for a TPM 2.0. */
  Optional<Tpm12> tpm12();

  /** What it says about itself. */
  TpmInfo info() throws IOException;

  /**
   * Octets from its generator.
   *
   * @param length how many, 0 or more
   */
  Bytes random(int length) throws IOException;

  /** The PCR banks that are in use. A TPM 1.2 has {@link Bank#SHA1} alone. */
  Set<Bank> banks() throws IOException;

  /**
   * Values of PCRs of one bank, all read in the same state.
   *
   * @param bank a bank in use
   * @param indices which PCRs; none means all there are
   * @throws IllegalArgumentException if the TPM does not have the bank or the PCR
   */
  PcrValues pcrRead(Bank bank, int... indices) throws IOException;

  /**
   * Extends a PCR by digests that were made elsewhere.
   *
   * @param index which PCR
   * @param digests one for each bank to be extended; a bank without one stays as it is
   */
  void extend(int index, Map<Bank, Bytes> digests) throws IOException;

  /**
   * Hashes a file in every bank in use and extends a PCR with the digests.
   *
   * @param index which PCR
   * @param file what to measure, of any size; read once
   * @return what was extended, as a prediction takes it
   */
  Measurement measure(int index, Path file) throws IOException;

  /**
   * Switches it on as far as it is off: a TPM 1.2 is enabled and activated through physical
   * presence; a TPM 2.0 is always on.
   *
   * @return what has to be done for it to take effect, if anything: as a rule, a power cycle
   */
  Optional<String> enable() throws IOException;

  /** Whether somebody has taken ownership. */
  boolean isOwned() throws IOException;

  /** As {@link #takeOwnership(OwnerSecrets, KeyKind)}, with the storage root key others expect. */
  default void takeOwnership(OwnerSecrets secrets) throws IOException {
    takeOwnership(secrets, family() == Family.TPM12 ? KeyKind.RSA2048 : KeyKind.ECC_P256);
  }

  /**
   * Takes ownership.
   *
   * <p>TPM 2.0: sets the auth values of owner, endorsement and lockout, and makes the storage root
   * key persistent at 0x81000001 where there is none. TPM 1.2: TPM_TakeOwnership; an endorsement
   * key is made first where there is none.
   *
   * @param secrets the auth values to set
   * @param storageRoot the kind of storage root key; a TPM 1.2 has {@link KeyKind#RSA2048} alone
   * @throws IllegalStateException if somebody has taken ownership already
   * @throws org.tssj.core.TpmResponseException if the TPM refuses: it is disabled or deactivated
   */
  void takeOwnership(OwnerSecrets secrets, KeyKind storageRoot) throws IOException;

  /**
   * Removes the owner and everything the owner made.
   *
   * @param authValue TPM 2.0: of lockout; TPM 1.2: of the owner
   * @return what has to be done for it to take effect, if anything
   */
  Optional<String> clear(AuthValue authValue) throws IOException;

  /**
   * Removes the owner without knowing a secret, by standing before the machine: the platform
   * hierarchy of a TPM 2.0, physical presence of a TPM 1.2.
   *
   * @return what has to be done for it to take effect, if anything
   */
  Optional<String> clearByPresence() throws IOException;

  /**
   * Makes a key that signs nothing but what the TPM says, under the storage root key.
   *
   * @param options its secrets and, for a TPM 2.0, its algorithm
   */
  AttestationKey createAttestationKey(AttestationKeyOptions options) throws IOException;

  /**
   * Has PCRs signed.
   *
   * @param key an attestation key that this TPM made
   * @param secrets the auth values of the key and of the storage root key
   * @param nonce the verifier's, 20 octets for a TPM 1.2, at most 32 for any TPM 2.0
   * @param bank the bank to quote
   * @param indices which PCRs; at least one
   * @return the signed octets, the signature, and the values that were read
   */
  Quote quote(AttestationKey key, KeySecrets secrets, Bytes nonce, Bank bank, int... indices)
      throws IOException;

  /**
   * The endorsement keys, by which the TPM is known, and their makers' certificates from NV
   * storage.
   *
   * <p>TPM 2.0: the keys for whose templates there are certificates; the RSA key of the first
   * template if there are none. Each is made anew, which takes an RSA key some seconds on a chip.
   * TPM 1.2: the one there is.
   *
   * @param authority TPM 2.0: auth value of the endorsement hierarchy; TPM 1.2: the owner's secret,
   *     of use only where reading is restricted, as it is once somebody took ownership
   */
  List<EndorsementKey> endorsementKeys(AuthValue authority) throws IOException;

  /**
   * Opens a verifier's challenge, which proves that this TPM holds both the attestation key and the
   * endorsement key: TPM2_ActivateCredential, TPM_ActivateIdentity.
   *
   * @param key an attestation key that this TPM made
   * @param secrets the auth values of the key and of the storage root key
   * @param authority as for {@link #endorsementKeys}; a TPM 1.2 always needs the owner's
   * @param challenge as a {@code Registrar} makes it
   * @return the secret in it, which the verifier wants to see
   * @throws org.tssj.core.TpmResponseException if it was made for another key or another TPM, or
   *     was changed
   * @throws IllegalStateException if it is for an endorsement key that this TPM does not have
   * @throws IllegalArgumentException if key or challenge are of the other family
   */
  AuthValue activate(
      AttestationKey key, KeySecrets secrets, AuthValue authority, ActivationChallenge challenge)
      throws IOException;

  /** Flushes what was loaded and closes the transport. */
  @Override
  void close() throws IOException;
}
