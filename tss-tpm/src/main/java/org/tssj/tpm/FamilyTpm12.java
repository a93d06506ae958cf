package org.tssj.tpm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tssj.attest.identity.registration.ActivationChallenge;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.tpm12.Enablement;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.identity.ActivateIdentity;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.identity.IdentityRequest;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.CapProperty;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm20.Tpm20;

/** A TPM 1.2 as both families are seen. */
final class FamilyTpm12 extends FamilyTpm {

  private static final int KEY_BITS = 2048;
  private static final int QUOTE_ATTEMPTS = 10;

  /** No privacy CA is asked: the key is certified by whoever knows it otherwise. */
  private static final Bytes NO_LABEL = Bytes.zeros(20);

  /** TPM_NV_INDEX_EKCert with the D bit, as manufacturers store it. */
  private static final NvIndex STORED_EK_CERT = new NvIndex(0x1000_f000);

  private final Tpm12 tpm;

  FamilyTpm12(Tpm12 tpm) {
    this.tpm = tpm;
  }

  @Override
  public Family family() {
    return Family.TPM12;
  }

  @Override
  public Optional<Tpm20> tpm20() {
    return Optional.empty();
  }

  @Override
  public Optional<Tpm12> tpm12() {
    return Optional.of(tpm);
  }

  @Override
  public TpmInfo info() throws IOException {
    CapVersionInfo version = tpm.capability(Capability.VERSION_VAL);
    Enablement state = Enablement.of(tpm);
    Map<String, String> words = new LinkedHashMap<>();
    words.put("owned", tpm.ownership().isTaken() ? "yes" : "no");
    words.put("enabled", state.disabled() ? "no" : "yes");
    words.put("active", state.deactivated() ? "no" : "yes");
    words.put("activeAfterPowerOn", state.deactivatedNext() ? "no" : "yes");
    return new TpmInfo(
        Family.TPM12,
        letters(version.tpmVendorId()),
        "",
        "1.2 level " + version.specLevel() + " rev " + version.errataRev(),
        version.version().revMajor() + "." + version.version().revMinor(),
        banks(),
        pcrCount(),
        words);
  }

  private static String letters(Bytes vendor) {
    StringBuilder text = new StringBuilder();
    for (int k = 0; k < vendor.length(); k++) {
      char letter = (char) vendor.get(k);
      if (letter >= ' ' && letter < 0x7f) {
        text.append(letter);
      }
    }
    return text.toString().strip();
  }

  private int pcrCount() throws IOException {
    return Math.toIntExact(tpm.capability(Capability.property(CapProperty.PCR)));
  }

  @Override
  public Bytes random(int length) throws IOException {
    return tpm.random(length);
  }

  @Override
  public Set<Bank> banks() {
    return Set.of(Bank.SHA1);
  }

  @Override
  public PcrValues pcrRead(Bank bank, int... indices) throws IOException {
    return tpm.pcrRead(checked(bank, indices));
  }

  private int[] checked(Bank bank, int... indices) throws IOException {
    if (!bank.equals(Bank.SHA1)) {
      throw new IllegalArgumentException("a TPM 1.2 has the sha1 bank alone, not " + bank);
    }
    int count = pcrCount();
    for (int index : indices) {
      if (index < 0 || index >= count) {
        throw new IllegalArgumentException(
            "this TPM has PCRs 0 to " + (count - 1) + ", not " + index);
      }
    }
    return indices.length == 0 ? IntStream.range(0, count).toArray() : indices;
  }

  @Override
  public void extend(int index, Map<Bank, Bytes> digests) throws IOException {
    for (Map.Entry<Bank, Bytes> each : digests.entrySet()) {
      checked(each.getKey(), index);
      tpm.execute(new Extend(index, each.getValue()));
    }
  }

  @Override
  public Optional<String> enable() throws IOException {
    return next(tpm.enable());
  }

  private static Optional<String> next(Enablement state) {
    return state.isOn() && !state.deactivatedNext()
        ? Optional.empty()
        : Optional.of(state.toString());
  }

  @Override
  public boolean isOwned() throws IOException {
    return tpm.ownership().isTaken();
  }

  @Override
  public void takeOwnership(OwnerSecrets secrets, KeyKind storageRoot) throws IOException {
    requireRsa(storageRoot);
    if (isOwned()) {
      throw new IllegalStateException(
          "somebody has taken ownership of this TPM already; it has to be cleared first");
    }
    tpm.ownership()
        .take(
            Secret.of(secrets.owner()),
            Secret.of(secrets.storageRoot()),
            tpm.endorsement().readOrCreate());
  }

  private static void requireRsa(KeyKind kind) {
    if (kind != KeyKind.RSA2048) {
      throw new IllegalArgumentException("a TPM 1.2 makes RSA keys alone, not " + kind);
    }
  }

  @Override
  public Optional<String> clear(AuthValue authValue) throws IOException {
    return next(tpm.ownership().clear(Secret.of(authValue)));
  }

  @Override
  public Optional<String> clearByPresence() throws IOException {
    return next(tpm.ownership().clearByPresence());
  }

  @Override
  public AttestationKey createAttestationKey(AttestationKeyOptions options) throws IOException {
    requireRsa(options.kind());
    Key template =
        Key.template(
            KeyUsage.IDENTITY,
            KeyFlags.NONE,
            options.secrets().key().isEmpty() ? AuthDataUsage.NEVER : AuthDataUsage.ALWAYS,
            KeyParms.signing(KEY_BITS));
    AuthValue keySecret = Secret.of(options.secrets().key());
    AuthValue owner = Secret.of(options.owner());
    try (Session ownerSession = tpm.osap(Handle.OWNER, owner)) {
      MakeIdentity.Response made =
          tpm.execute(
              new MakeIdentity(keySecret, NO_LABEL, template),
              Authorization.oiap(Secret.of(options.secrets().storageRoot())),
              ownerSession.use().forTheLastTime());
      PubKey publicKey = made.idKey().toPubKey();
      return new AttestationKey(
          Family.TPM12,
          PubKey.CODEC.encode(publicKey),
          TpmKey.CODEC.encode(made.idKey()),
          publicKey.toRsaPublicKey());
    }
  }

  @Override
  public org.tssj.core.Quote quote(
      AttestationKey key, KeySecrets secrets, Bytes nonce, Bank bank, int... indices)
      throws IOException {
    requireOwn(key);
    if (indices.length == 0) {
      throw new IllegalArgumentException("a quote is about at least one PCR");
    }
    if (nonce.length() != 20) {
      throw new IllegalArgumentException(
          "a TPM 1.2 quotes with a nonce of 20 octets, this one has " + nonce.length());
    }
    int[] pcrs = checked(bank, indices);
    PcrBitmap selection = PcrBitmap.of(pcrs);
    TpmKey blob = TpmKey.CODEC.decode(key.privateArea());
    try (LoadedKey loaded =
        tpm.load(Handle.SRK, blob, Authorization.oiap(Secret.of(secrets.storageRoot())))) {
      for (int attempt = 0; attempt < QUOTE_ATTEMPTS; attempt++) {
        PcrValues values = tpm.pcrRead(pcrs);
        Quote2.Response quoted =
            tpm.execute(
                new Quote2(loaded.handle(), nonce, selection, false), usage(blob, secrets.key()));
        Bytes digest = PcrComposite.of(quoted.pcrData().pcrSelection(), values.bank(bank)).digest();
        if (digest.equals(quoted.pcrData().digestAtRelease())) {
          return new org.tssj.core.Quote(
              Family.TPM12,
              QuoteInfo2.CODEC.encode(new QuoteInfo2(nonce, quoted.pcrData())),
              quoted.sig(),
              values);
        }
      }
      throw new IllegalStateException(
          "PCRs changed during each of "
              + QUOTE_ATTEMPTS
              + " attempts to read and quote them together");
    }
  }

  @Override
  public List<EndorsementKey> endorsementKeys(AuthValue authority) throws IOException {
    PubKey key =
        tpm.endorsement().isReadableByAll()
            ? tpm.endorsement().read()
            : tpm.endorsement().read(Secret.of(authority));
    return List.of(new EndorsementKey.Tpm12(key, endorsementCertificate(authority)));
  }

  private Optional<Bytes> endorsementCertificate(AuthValue authority) throws IOException {
    for (NvIndex index : List.of(STORED_EK_CERT, NvIndex.EK_CERT)) {
      if (tpm.nv().indices().contains(index)) {
        // Before there is an owner, nobody can be asked for his secret; the TPM decides.
        boolean ownersOnly =
            isOwned() && tpm.nv().area(index).permission().has(NvAttributes.OWNERREAD);
        return Optional.of(
            tpm.nv()
                .read(index, ownersOnly ? NvAccess.owner(Secret.of(authority)) : NvAccess.ANYBODY));
      }
    }
    return Optional.empty();
  }

  @Override
  public AuthValue activate(
      AttestationKey key, KeySecrets secrets, AuthValue authority, ActivationChallenge challenge)
      throws IOException {
    requireOwn(key);
    if (!(challenge instanceof ActivationChallenge.Tpm12 forUs)) {
      throw new IllegalArgumentException(
          "this is a TPM 1.2, and the challenge is for a " + challenge.family());
    }
    TpmKey blob = TpmKey.CODEC.decode(key.privateArea());
    try (LoadedKey loaded =
        tpm.load(Handle.SRK, blob, Authorization.oiap(Secret.of(secrets.storageRoot())))) {
      List<Authorization> authorizations = new ArrayList<>(List.of(usage(blob, secrets.key())));
      authorizations.add(Authorization.oiap(Secret.of(authority)));
      SymmetricKey sessionKey =
          tpm.execute(
                  new ActivateIdentity(loaded.handle(), forUs.answer().asymBlob()),
                  authorizations.toArray(new Authorization[0]))
              .symmetricKey();
      try {
        return AuthValue.wrap(IdentityRequest.certificate(sessionKey, forUs.answer()).toArray());
      } finally {
        sessionKey.data().close();
      }
    }
  }

  private static void requireOwn(AttestationKey key) {
    if (key.family() != Family.TPM12) {
      throw new IllegalArgumentException("this is a TPM 1.2, and the key is of a " + key.family());
    }
  }

  /** A key without a secret is used without an authorisation. */
  private static Authorization[] usage(TpmKey key, AuthValue keySecret) {
    return key.authDataUsage().equals(AuthDataUsage.NEVER)
        ? new Authorization[0]
        : new Authorization[] {Authorization.oiap(Secret.of(keySecret))};
  }

  @Override
  public void close() throws IOException {
    tpm.close();
  }
}
