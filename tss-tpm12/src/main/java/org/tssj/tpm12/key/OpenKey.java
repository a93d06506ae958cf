package org.tssj.tpm12.key;

import java.io.IOException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.auth.ChangeAuth;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.GetPubKey;
import org.tssj.tpm12.command.storage.Seal;
import org.tssj.tpm12.command.storage.Sealx;
import org.tssj.tpm12.command.storage.UnBind;
import org.tssj.tpm12.command.storage.Unseal;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.pcr.PcrBinding;
import org.tssj.tpm12.structure.pcr.PcrDifference;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.storage.StoredData12;

/**
 * A key that is ready for use: where it comes from, and its secret. It is in the TPM while there is
 * room; otherwise it comes back when it is used. Closing it flushes it and forgets its secret.
 *
 * <pre>{@code
 * try (OpenKey root = tpm.storageRootKey(Secret.wellKnown());
 *     OpenKey key = root.open(root.create(KeyTemplates.signing(2048), secret), secret)) {
 *   Bytes signature = key.sign(message);
 * }
 * }</pre>
 *
 * <p>Open as many as you like; close children before their parents.
 *
 * @see "TPM 1.2 Main, Part 3, 10 Storage functions"
 */
public final class OpenKey implements AutoCloseable {

  private final KeySlots slots;
  private final Optional<OpenKey> parent;
  private final Optional<TpmKey> blob;
  private final AuthValue secret;
  private boolean closed;

  // What KeySlots knows about it, under its lock.
  Optional<Handle> handle = Optional.empty();
  Optional<ContextBlob> saved = Optional.empty();
  int pins;

  OpenKey(KeySlots slots, Optional<OpenKey> parent, Optional<TpmKey> blob, AuthValue secret) {
    this.slots = slots;
    this.parent = parent;
    this.blob = blob;
    this.secret = Secret.checked("key", secret).copy();
  }

  Optional<OpenKey> parent() {
    return parent;
  }

  boolean isStorageRootKey() {
    return parent.isEmpty();
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          this + " is closed; close keys after those that are loaded below them");
    }
  }

  /** The key as it was loaded; nothing for the storage root key, which never leaves the TPM. */
  public Optional<TpmKey> blob() {
    return blob;
  }

  /** What proves that its secret is known, for commands that want it; none if it has no secret. */
  public Authorization[] authorizations() {
    requireOpen();
    boolean none = blob.isPresent() && blob.get().authDataUsage().equals(AuthDataUsage.NEVER);
    return none ? new Authorization[0] : new Authorization[] {Authorization.oiap(secret)};
  }

  /** A function of a key's handle, which is its handle for as long as the function runs. */
  @FunctionalInterface
  public interface HandleUse<R> {
    /** Uses the handle. */
    R with(Handle handle) throws IOException;
  }

  /**
   * Does something with the key while it stays in the TPM, for commands that take two keys. It may
   * be called again if the TPM has lost the key.
   */
  public <R> R use(HandleUse<R> use) throws IOException {
    return slots.using(this, use::with);
  }

  /**
   * Executes a command whose authorisations are this key's, if it has a secret, and those given.
   *
   * @param command the command for the key's handle
   * @param others what follows the key's authorisation
   * @throws TpmResponseException if the TPM refuses; where PCRs are the reason, it names them
   */
  public <R> R execute(Function<Handle, Command<R>> command, Authorization... others)
      throws IOException {
    Authorization[] all = with(authorizations(), others);
    try {
      return slots.using(this, handle -> slots.tpm().execute(command.apply(handle), all));
    } catch (TpmResponseException e) {
      throw explained(e, Optional.empty(), PcrValues.NONE);
    }
  }

  private static Authorization[] with(Authorization[] own, Authorization... others) {
    Authorization[] all = Arrays.copyOf(own, own.length + others.length);
    System.arraycopy(others, 0, all, own.length, others.length);
    return all;
  }

  /** Executes a command that carries new secrets, which an OSAP session of this key hides. */
  private <R> R executeWithNewSecret(Function<Handle, Command<R>> command, Authorization... others)
      throws IOException {
    return slots.using(
        this,
        handle -> {
          Authorization[] own = {Authorization.osap(handle, secret)};
          return slots.tpm().execute(command.apply(handle), with(own, others));
        });
  }

  /** A refusal because of PCRs once more, with those that differ; another one as it is. */
  private TpmResponseException explained(
      TpmResponseException e, Optional<? extends PcrBinding> data, PcrValues remembered)
      throws IOException {
    if (e.code() != ResultCode.WRONGPCRVAL.code()) {
      return e;
    }
    String differ = differing(blob.flatMap(TpmKey::pcrInfo), PcrValues.NONE);
    String whose = "the key is bound to";
    if (differ.isEmpty()) {
      differ = differing(data, remembered);
      whose = "the data is sealed to";
    }
    if (differ.isEmpty()) {
      return e;
    }
    TpmResponseException explained =
        new TpmResponseException(
            e.command(),
            e.code(),
            e.name(),
            differ,
            ResultCode.WRONGPCRVAL.meaning(),
            "Not the value that "
                + whose
                + ": something measured there differs, or was extended"
                + " once more or less often");
    explained.addSuppressed(e);
    return explained;
  }

  private String differing(Optional<? extends PcrBinding> binding, PcrValues remembered)
      throws IOException {
    if (binding.isEmpty()) {
      return "";
    }
    Map<Integer, Bytes> now = new TreeMap<>();
    for (int pcr : binding.get().releaseSelection().indices()) {
      now.put(pcr, slots.tpm().execute(new PcrRead(pcr)).outDigest());
    }
    return PcrDifference.of(
            binding.get().releaseSelection(),
            binding.get().digestAtRelease(),
            now,
            remembered.bank(Bank.SHA1))
        .toString();
  }

  /**
   * TPM_CreateWrapKey: makes a key below this storage key. It is not loaded: {@link #open} does.
   *
   * @param template see {@link KeyTemplates}
   * @param usageAuth the new key's secret, 20 octets
   */
  public TpmKey create(TpmKey template, AuthValue usageAuth) throws IOException {
    return create(template, usageAuth, Secret.wellKnown());
  }

  /**
   * TPM_CreateWrapKey, for a key that can migrate.
   *
   * @param migrationAuth the secret that lets it migrate, 20 octets
   */
  public TpmKey create(TpmKey template, AuthValue usageAuth, AuthValue migrationAuth)
      throws IOException {
    return executeWithNewSecret(
            handle -> new CreateWrapKey(handle, usageAuth, migrationAuth, template))
        .wrappedKey();
  }

  /**
   * Wraps a key made elsewhere, so that the TPM of this storage key can load it. The TPM takes no
   * part. Such a key is always migratable: it has been outside.
   *
   * @param key two primes, 512 to 2048 bits
   * @param template what the key is for; its size is the key's
   * @param usageAuth its secret, 20 octets
   * @param migrationAuth the secret that lets it migrate, 20 octets
   * @throws IOException if the public part of this key cannot be read
   */
  public TpmKey wrap(
      RSAPrivateCrtKey key, Key template, AuthValue usageAuth, AuthValue migrationAuth)
      throws IOException {
    return wrapFor(publicKey(), key, template, usageAuth, migrationAuth);
  }

  /**
   * As {@link #wrap}, for a storage key whose public part is known: the storage root key's, which
   * its owner alone may read.
   *
   * @param parent the public part of the storage key
   */
  public static TpmKey wrapFor(
      PubKey parent,
      RSAPrivateCrtKey key,
      Key template,
      AuthValue usageAuth,
      AuthValue migrationAuth) {
    return SoftwareKeys.wrap(parent, key, template, usageAuth, migrationAuth);
  }

  /**
   * TPM_ChangeAuth: gives a key below this one another secret. What was made with the old one stays
   * loadable with it: destroy the old blob.
   *
   * @param key the key, which need not be open
   * @param oldAuth its secret now, 20 octets
   * @param newAuth its secret to be, 20 octets
   * @return the key as it is to be kept from now on
   */
  public TpmKey changeSecret(TpmKey key, AuthValue oldAuth, AuthValue newAuth) throws IOException {
    return key.withEncData(changed(EntityType.KEY, key.encData(), oldAuth, newAuth));
  }

  /** TPM_ChangeAuth: as for a key, for data that is sealed under this one. */
  public SealedBlob changeSecret(SealedBlob sealed, AuthValue oldAuth, AuthValue newAuth)
      throws IOException {
    return sealed.withEncData(changed(EntityType.DATA, sealed.encData(), oldAuth, newAuth));
  }

  private Bytes changed(EntityType type, Bytes encData, AuthValue oldAuth, AuthValue newAuth)
      throws IOException {
    return executeWithNewSecret(
            handle -> new ChangeAuth(handle, ProtocolId.ADCP, newAuth, type, encData),
            Authorization.oiap(oldAuth))
        .outData();
  }

  /**
   * TPM_LoadKey2: loads a key that is wrapped under this one.
   *
   * @param key the key
   * @param keySecret its secret, 20 octets; a copy is kept until it is closed. Ignored for a key
   *     without one
   */
  public OpenKey open(TpmKey key, AuthValue keySecret) throws IOException {
    return slots.opened(new OpenKey(slots, Optional.of(this), Optional.of(key), keySecret));
  }

  /**
   * The public part: of the key as it was loaded, or by TPM_GetPubKey for the storage root key.
   *
   * @throws TpmResponseException TPM_INVALID_KEYHANDLE for a storage root key that its owner alone
   *     may read; {@code Tpm12.storageRoot()} does both
   */
  public PubKey publicKey() throws IOException {
    return blob.isPresent() ? blob.get().toPubKey() : execute(GetPubKey::new).pubKey();
  }

  /**
   * TPM_Seal: encrypts data so that only this TPM opens it.
   *
   * @param data what fits one RSA block: 191 octets and less under a key of 2048 bits
   * @param dataAuth the data's secret, 20 octets
   */
  public SealedBlob seal(AuthValue data, AuthValue dataAuth) throws IOException {
    return seal(data, dataAuth, Optional.empty());
  }

  /**
   * TPM_Seal: encrypts data so that only this TPM opens it, and only while PCRs and localities are
   * as given.
   *
   * @param binding {@code PcrInfo} or {@code PcrInfoLong}; the form of the blob follows it
   */
  public SealedBlob seal(AuthValue data, AuthValue dataAuth, PcrBinding binding)
      throws IOException {
    return seal(data, dataAuth, Optional.of(binding));
  }

  private SealedBlob seal(AuthValue data, AuthValue dataAuth, Optional<PcrBinding> binding)
      throws IOException {
    return executeWithNewSecret(handle -> new Seal(handle, dataAuth, binding, data)).sealedData();
  }

  /**
   * TPM_Sealx: as {@link #seal(AuthValue, AuthValue)}, but the data travels encrypted to the TPM,
   * and back when it is unsealed.
   */
  public StoredData12 sealx(AuthValue data, AuthValue dataAuth) throws IOException {
    return sealx(data, dataAuth, Optional.empty());
  }

  /**
   * TPM_Sealx: as {@link #seal(AuthValue, AuthValue, PcrBinding)}, but the data travels encrypted.
   */
  public StoredData12 sealx(AuthValue data, AuthValue dataAuth, PcrInfoLong binding)
      throws IOException {
    return sealx(data, dataAuth, Optional.of(binding));
  }

  private StoredData12 sealx(AuthValue data, AuthValue dataAuth, Optional<PcrInfoLong> binding)
      throws IOException {
    return executeWithNewSecret(handle -> new Sealx(handle, dataAuth, binding, data)).sealedData();
  }

  /**
   * TPM_Unseal: opens what was sealed under this key.
   *
   * @param dataAuth the data's secret, 20 octets
   * @throws TpmResponseException TPM_WRONGPCRVAL if PCRs differ, with those it is about as far as
   *     can be told
   */
  public AuthValue unseal(SealedBlob sealed, AuthValue dataAuth) throws IOException {
    return unseal(sealed, dataAuth, PcrValues.NONE);
  }

  /**
   * As {@link #unseal(SealedBlob, AuthValue)}.
   *
   * @param atRelease the values that the data was sealed to, if they were kept: with them a refusal
   *     says which PCR differs
   */
  public AuthValue unseal(SealedBlob sealed, AuthValue dataAuth, PcrValues atRelease)
      throws IOException {
    Authorization data = Authorization.oiap(dataAuth);
    try {
      // Data of TPM_Sealx travels encrypted under an OSAP session of this key.
      return sealed instanceof StoredData12 stored && stored.et().value() != 0
          ? executeWithNewSecret(handle -> new Unseal(handle, sealed), data).secret()
          : slots
              .using(
                  this,
                  handle ->
                      slots.tpm().execute(new Unseal(handle, sealed), with(authorizations(), data)))
              .secret();
    } catch (TpmResponseException e) {
      throw explained(e, sealed.sealInfo(), atRelease);
    }
  }

  /**
   * TPM_Sign: signs a message as the key's scheme says: its SHA-1, or the octets themselves, at
   * most the size of the key less 11. {@link Signatures#holds(PubKey, Bytes, Bytes)} checks both.
   *
   * @throws IllegalArgumentException for a key of the scheme INFO: see {@link #signInfo}
   */
  public Bytes sign(Bytes message) throws IOException {
    SigScheme scheme = blob.orElseThrow(OpenKey::doesNotSign).algorithmParms().sigScheme();
    if (scheme.equals(SigScheme.RSASSAPKCS1V15_INFO)) {
      throw new IllegalArgumentException(
          "a key of the scheme INFO signs a nonce too: write signInfo, which tells it");
    }
    Bytes area = scheme.equals(SigScheme.RSASSAPKCS1V15_SHA1) ? Bank.SHA1.hash(message) : message;
    return execute(handle -> new Sign(handle, area)).sig();
  }

  /**
   * What a key of the scheme INFO signed.
   *
   * @param signature over TPM_SIGN_INFO of the message
   * @param nonce the nonce inside, which the verifier needs; 20 octets, our own
   */
  public record InfoSignature(Bytes signature, Bytes nonce) {}

  /**
   * TPM_Sign with a key of the scheme INFO: signs a message inside a TPM_SIGN_INFO. {@link
   * Signatures#holds(PubKey, Bytes, Bytes, Bytes)} checks it.
   *
   * @param message what fits; it has to be authorised even if the key has no secret
   */
  public InfoSignature signInfo(Bytes message) throws IOException {
    try (Session session = slots.openSession()) {
      Bytes signature =
          slots.using(
              this,
              handle ->
                  slots.tpm().execute(new Sign(handle, message), session.authorize(secret)).sig());
      return new InfoSignature(signature, session.nonceOdd());
    }
  }

  private static IllegalArgumentException doesNotSign() {
    return new IllegalArgumentException("the storage root key does not sign");
  }

  /**
   * TPM_UnBind: decrypts what was encrypted with the public part, by {@link Binding#encrypt} or
   * another TSS.
   *
   * @return the message, without the TPM_BOUND_DATA it travelled in
   */
  public AuthValue unbind(Bytes encrypted) throws IOException {
    return execute(handle -> new UnBind(handle, encrypted)).outData();
  }

  /** Flushes it from the TPM and overwrites its secret. Harmless when called twice. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      slots.closed(this);
      secret.close();
    }
  }

  @Override
  public String toString() {
    return blob.map(key -> key.keyUsage() + " " + key.toPubKey().digest().toHex().substring(0, 8))
        .orElse("the storage root key");
  }
}
