package org.tssj.tpm12;

import java.io.IOException;
import java.security.SecureRandom;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.command.endorsement.CreateEndorsementKeyPair;
import org.tssj.tpm12.command.endorsement.CreateRevocableEk;
import org.tssj.tpm12.command.endorsement.DisablePubekRead;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.endorsement.ReadPubek;
import org.tssj.tpm12.command.endorsement.RevokeTrust;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.state.PermanentFlag;

/**
 * The endorsement key, by which a TPM is known and which decrypts what is meant for this TPM alone.
 *
 * <p>That it belongs to a real TPM only its certificate can tell.
 *
 * @see "TPM 1.2 Main, Part 1, 5 Endorsement Key"
 */
public final class Endorsement {

  private static final int NONCE_SIZE = 20;

  private final Tpm12 tpm;
  private final SecureRandom random = new SecureRandom();

  Endorsement(Tpm12 tpm) {
    this.tpm = tpm;
  }

  private Bytes nonce() {
    byte[] octets = new byte[NONCE_SIZE];
    random.nextBytes(octets);
    return Bytes.wrap(octets);
  }

  /**
   * Reads the public key while there is no owner.
   *
   * @throws TpmResponseException TPM_NO_ENDORSEMENT if there is none; TPM_DISABLED_CMD if there is
   *     an owner, who can {@link #read(AuthValue)} it
   * @throws TpmAuthenticityException if the answer's checksum does not hold
   */
  public PubKey read() throws IOException {
    Bytes nonce = nonce();
    ReadPubek.Response answer = tpm.execute(new ReadPubek(nonce));
    return checked("TPM_ReadPubek", answer.pubEndorsementKey(), nonce, answer.checksum());
  }

  /**
   * Reads the public key as owner.
   *
   * @param ownerAuth the owner's secret
   */
  public PubKey read(AuthValue ownerAuth) throws IOException {
    return tpm.execute(new OwnerReadInternalPub(Handle.EK), Authorization.oiap(ownerAuth))
        .publicPortion();
  }

  /** Makes the key of a TPM that has none: RSA 2048. It cannot be revoked. */
  public PubKey create() throws IOException {
    Bytes nonce = nonce();
    CreateEndorsementKeyPair.Response answer =
        tpm.execute(new CreateEndorsementKeyPair(nonce, KeyParms.storage()));
    return checked(
        "TPM_CreateEndorsementKeyPair", answer.pubEndorsementKey(), nonce, answer.checksum());
  }

  /**
   * A key that can be revoked.
   *
   * @param key the public part
   * @param revocationSecret what {@link #revoke} wants, 20 octets; keep it
   */
  public record Revocable(PubKey key, AuthValue revocationSecret) {}

  /** TPM_CreateRevocableEK: makes a key that can be revoked. The TPM chooses the secret for that. */
  public Revocable createRevocable() throws IOException {
    return createRevocable(true, Secret.wellKnown());
  }

  /**
   * TPM_CreateRevocableEK: makes a key that can be revoked.
   *
   * @param revocationSecret what {@link #revoke} will want, 20 octets
   */
  public Revocable createRevocable(AuthValue revocationSecret) throws IOException {
    return createRevocable(false, Secret.checked("revocationSecret", revocationSecret));
  }

  private Revocable createRevocable(boolean chosenByTpm, AuthValue secret) throws IOException {
    Bytes nonce = nonce();
    CreateRevocableEk.Response answer =
        tpm.execute(new CreateRevocableEk(nonce, KeyParms.storage(), chosenByTpm, secret));
    PubKey key =
        checked("TPM_CreateRevocableEK", answer.pubEndorsementKey(), nonce, answer.checksum());
    return new Revocable(key, answer.outputEkReset());
  }

  /**
   * TPM_RevokeTrust: destroys the key and clears the TPM, through presence.
   *
   * @param revocationSecret of {@link #createRevocable()}
   * @throws TpmResponseException TPM_PERMANENTEK if it was made otherwise; TPM_AUTHFAIL for a wrong
   *     secret
   */
  public void revoke(AuthValue revocationSecret) throws IOException {
    tpm.presence().during(() -> tpm.execute(new RevokeTrust(revocationSecret)));
  }

  /** Whether {@link #read()} works for everybody: the flag readPubek. */
  public boolean isReadableByAll() throws IOException {
    return tpm.capability(Capability.PERMANENT_FLAGS).has(PermanentFlag.READ_PUBEK);
  }

  /** TPM_DisablePubekRead: only the owner may read it from now on. */
  public void restrictReading(AuthValue ownerAuth) throws IOException {
    tpm.execute(new DisablePubekRead(), Authorization.oiap(ownerAuth));
  }

  /** Reads the public key, and makes it first where there is none. */
  public PubKey readOrCreate() throws IOException {
    try {
      return read();
    } catch (TpmResponseException e) {
      if (e.code() == ResultCode.NO_ENDORSEMENT.code()) {
        return create();
      }
      throw e;
    }
  }

  /** The checksum proves that the answer is to this question, not who gave it. */
  private static PubKey checked(String command, PubKey key, Bytes nonce, Bytes checksum) {
    if (!Bank.SHA1.hash(PubKey.CODEC.encode(key), nonce).equals(checksum)) {
      throw new TpmAuthenticityException(command, "the checksum is not that of key and nonce");
    }
    return key;
  }
}
