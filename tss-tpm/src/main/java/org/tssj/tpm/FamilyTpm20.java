package org.tssj.tpm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.identity.registration.ActivationChallenge;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.SessionBuilder;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.key.EndorsementKeys;
import org.tssj.tpm20.resource.Capabilities;
import org.tssj.tpm20.resource.Provisioning;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.capability.PermanentAttributes;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.capability.StartupClearAttributes;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.tpm20.template.Templates;

/** A TPM 2.0 as both families are seen. */
final class FamilyTpm20 extends FamilyTpm {

  private static final int PERSISTENT = 0x8100_0000;
  private static final int QUOTE_ATTEMPTS = 10;

  /** TPM2B_PRIVATE: octets behind their count. */
  private static final Codec<Bytes> PRIVATE = Codecs.counted(2, 0xffff);

  private final Tpm20 tpm;

  FamilyTpm20(Tpm20 tpm) {
    this.tpm = tpm;
  }

  @Override
  public Family family() {
    return Family.TPM20;
  }

  @Override
  public Optional<Tpm20> tpm20() {
    return Optional.of(tpm);
  }

  @Override
  public Optional<Tpm12> tpm12() {
    return Optional.empty();
  }

  @Override
  public TpmInfo info() throws IOException {
    Capabilities capabilities = Capabilities.of(tpm);
    Map<Bank, PcrBitmap> banks = allocation();
    return new TpmInfo(
        Family.TPM20,
        capabilities.manufacturer(),
        capabilities.vendorText(),
        "2.0 rev " + capabilities.revision(),
        String.format(
            "%08x.%08x",
            capabilities.property(PropertyTag.FIRMWARE_VERSION_1).orElse(0),
            capabilities.property(PropertyTag.FIRMWARE_VERSION_2).orElse(0)),
        banks.keySet(),
        banks.values().stream().mapToInt(each -> each.indices().size()).max().orElse(0),
        state(capabilities));
  }

  /** TPMA_PERMANENT and TPMA_STARTUP_CLEAR, as far as they say who is in charge. */
  private static Map<String, String> state(Capabilities capabilities) throws IOException {
    PermanentAttributes permanent = capabilities.permanent();
    StartupClearAttributes startup = capabilities.startupClear();
    Map<String, String> words = new LinkedHashMap<>();
    words.put("owned", yes(permanent.ownerAuthSet()));
    words.put("endorsementAuthSet", yes(permanent.endorsementAuthSet()));
    words.put("lockoutAuthSet", yes(permanent.lockoutAuthSet()));
    words.put("clearDisabled", yes(permanent.disableClear()));
    words.put("inLockout", yes(permanent.inLockout()));
    words.put("platformHierarchyEnabled", yes(startup.phEnable()));
    words.put("storageHierarchyEnabled", yes(startup.shEnable()));
    words.put("endorsementHierarchyEnabled", yes(startup.ehEnable()));
    return words;
  }

  private static String yes(boolean is) {
    return is ? "yes" : "no";
  }

  @Override
  public Bytes random(int length) throws IOException {
    return tpm.random(length);
  }

  /** The banks in use, each with the PCRs it has. */
  private Map<Bank, PcrBitmap> allocation() throws IOException {
    Map<Bank, PcrBitmap> banks = new LinkedHashMap<>();
    for (PcrSelection selection : tpm.pcrAllocation()) {
      Bank.of(selection.hash().value()).ifPresent(bank -> banks.put(bank, selection.pcrSelect()));
    }
    return banks;
  }

  @Override
  public Set<Bank> banks() throws IOException {
    return new LinkedHashSet<>(allocation().keySet());
  }

  @Override
  public PcrValues pcrRead(Bank bank, int... indices) throws IOException {
    return tpm.pcrRead(List.of(selection(bank, indices)));
  }

  private PcrSelection selection(Bank bank, int... indices) throws IOException {
    Map<Bank, PcrBitmap> banks = allocation();
    PcrBitmap there = banks.get(bank);
    if (there == null) {
      throw new IllegalArgumentException(
          "this TPM has no " + bank + " bank in use; it has " + banks.keySet());
    }
    for (int index : indices) {
      if (!there.has(index)) {
        throw new IllegalArgumentException(
            "the " + bank + " bank has the PCRs " + there + ", not " + index);
      }
    }
    return indices.length == 0
        ? new PcrSelection(new AlgorithmId(bank.algorithm()), there)
        : PcrSelection.of(bank, indices);
  }

  @Override
  public void extend(int index, Map<Bank, Bytes> digests) throws IOException {
    List<HashValue> values = new ArrayList<>();
    digests.forEach(
        (bank, digest) -> values.add(new HashValue(new AlgorithmId(bank.algorithm()), digest)));
    tpm.execute(new PcrExtend(Handle.pcr(index), values));
  }

  @Override
  public Optional<String> enable() {
    return Optional.empty();
  }

  @Override
  public boolean isOwned() throws IOException {
    return Capabilities.of(tpm).permanent().ownerAuthSet();
  }

  @Override
  public void takeOwnership(OwnerSecrets secrets, KeyKind storageRoot) throws IOException {
    Provisioning provisioning = Provisioning.of(tpm);
    if (!provisioning.passwords().isEmpty()) {
      throw new IllegalStateException(
          "somebody has taken ownership of this TPM already; it has to be cleared first");
    }
    // The storage root key first: making it takes the owner's auth value, which is empty until
    // then,
    // and the secrets travel encrypted to it.
    Handle srk = storageRootKey(provisioning, storageRoot, secrets.storageRoot());
    provisioning.changePassword(Handle.ENDORSEMENT, AuthValue.EMPTY, secrets.endorsement(), srk);
    provisioning.changePassword(Handle.LOCKOUT, AuthValue.EMPTY, secrets.lockout(), srk);
    provisioning.changePassword(Handle.OWNER, AuthValue.EMPTY, secrets.owner(), srk);
  }

  /** A key of either kind that is there already is left as it is. */
  private Handle storageRootKey(Provisioning provisioning, KeyKind kind, AuthValue authValue)
      throws IOException {
    if (tpm.handles(PERSISTENT).contains(Provisioning.SRK)) {
      return tpm.name(Provisioning.SRK);
    }
    return provisioning.storageRootKey(
        kind == KeyKind.RSA2048 ? Templates.storageRootKeyRsa() : Templates.storageRootKeyEcc(),
        authValue,
        Authorization.NONE);
  }

  @Override
  public Optional<String> clear(AuthValue authValue) throws IOException {
    clear(Handle.LOCKOUT, authValue);
    return Optional.empty();
  }

  @Override
  public Optional<String> clearByPresence() throws IOException {
    clear(Handle.PLATFORM, AuthValue.EMPTY);
    return Optional.empty();
  }

  private void clear(Handle authority, AuthValue authValue) throws IOException {
    try (Session session = tpm.startSession().start()) {
      tpm.execute(new Clear(authority), session.authorize(authValue));
    }
  }

  /** The storage root key: the persistent one, or one that was made and is flushed afterwards. */
  private final class Parent implements AutoCloseable {
    private final Handle handle;
    private final Public publicArea;
    private final Optional<LoadedObject> made;

    Parent(Handle handle, Public publicArea, Optional<LoadedObject> made) {
      this.handle = handle;
      this.publicArea = publicArea;
      this.made = made;
    }

    /**
     * A session salted with this key. The key comes from the same TPM, so this protects against
     * whoever listens on the bus, not against whoever answers for the TPM.
     */
    Session startSession() throws IOException {
      SessionBuilder session = tpm.startSession();
      return session.saltedWith(handle, publicArea).start();
    }

    @Override
    public void close() {
      made.ifPresent(LoadedObject::close);
    }
  }

  private Parent storageRootKey(AuthValue owner) throws IOException {
    if (tpm.handles(PERSISTENT).contains(Provisioning.SRK)) {
      Handle named = tpm.name(Provisioning.SRK);
      return new Parent(
          named, tpm.execute(new ReadPublic(Provisioning.SRK)).outPublic(), Optional.empty());
    }
    try (Session session = tpm.startSession().start()) {
      LoadedObject made =
          tpm.createPrimary(
              Handle.OWNER,
              Templates.storageRootKeyEcc(),
              AuthValue.EMPTY,
              session.authorize(owner));
      return new Parent(made.handle(), made.publicArea(), Optional.of(made));
    }
  }

  @Override
  public AttestationKey createAttestationKey(AttestationKeyOptions options) throws IOException {
    Public template =
        options.kind() == KeyKind.RSA2048
            ? Templates.attestationKeyRsa()
            : Templates.attestationKeyEcc();
    try (Parent parent = storageRootKey(options.owner());
        Session session = parent.startSession()) {
      Create.Response made =
          tpm.execute(
              new Create(
                  parent.handle,
                  new SensitiveCreate(options.secrets().key(), AuthValue.EMPTY),
                  template,
                  Bytes.EMPTY,
                  List.of()),
              session.authorize(options.secrets().storageRoot()).encryptingCommand());
      return new AttestationKey(
          Family.TPM20,
          Public.SIZED_CODEC.encode(made.outPublic()),
          PRIVATE.encode(made.outPrivate()),
          PublicKeys.toJava(made.outPublic()));
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
    List<PcrSelection> selection = List.of(selection(bank, indices));
    try (Parent parent = storageRootKey(AuthValue.EMPTY);
        Session session = parent.startSession();
        LoadedObject loaded =
            tpm.load(
                parent.handle,
                PRIVATE.decode(key.privateArea()),
                Public.SIZED_CODEC.decode(key.publicArea()),
                session.authorize(secrets.storageRoot()))) {
      for (int attempt = 0; attempt < QUOTE_ATTEMPTS; attempt++) {
        PcrValues values = tpm.pcrRead(selection);
        Quote.Response quoted =
            tpm.execute(
                new Quote(loaded.handle(), nonce, Scheme.NULL, selection),
                session.authorize(secrets.key()));
        if (isAbout(quoted, values, bank)) {
          return new org.tssj.core.Quote(
              Family.TPM20, quoted.quoted(), Signature.CODEC.encode(quoted.signature()), values);
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
    EndorsementKeys keys = EndorsementKeys.of(tpm);
    List<EkTemplate> templates = keys.certified();
    Bytes issuers = keys.chainOctets();
    List<EndorsementKey> found = new ArrayList<>();
    for (EkTemplate template : templates.isEmpty() ? List.of(EkTemplate.L_1) : templates) {
      try (Session session = tpm.startSession().start();
          LoadedObject made = keys.create(template, session.authorize(authority))) {
        found.add(
            new EndorsementKey.Tpm20(made.publicArea(), keys.certificateOctets(template), issuers));
      }
    }
    return List.copyOf(found);
  }

  @Override
  public AuthValue activate(
      AttestationKey key, KeySecrets secrets, AuthValue authority, ActivationChallenge challenge)
      throws IOException {
    requireOwn(key);
    if (!(challenge instanceof ActivationChallenge.Tpm20 forUs)) {
      throw new IllegalArgumentException(
          "this is a TPM 2.0, and the challenge is for a " + challenge.family());
    }
    try (Parent parent = storageRootKey(AuthValue.EMPTY);
        Session session = parent.startSession();
        LoadedObject loaded =
            tpm.load(
                parent.handle,
                PRIVATE.decode(key.privateArea()),
                Public.SIZED_CODEC.decode(key.publicArea()),
                session.authorize(secrets.storageRoot()));
        LoadedObject endorsementKey = endorsementKey(forUs.endorsementName(), authority)) {
      return EndorsementKeys.of(tpm)
          .activate(
              forUs.credential(),
              loaded,
              session.authorize(secrets.key()),
              endorsementKey,
              authority);
    }
  }

  private static void requireOwn(AttestationKey key) {
    if (key.family() != Family.TPM20) {
      throw new IllegalArgumentException("this is a TPM 2.0, and the key is of a " + key.family());
    }
  }

  /** The endorsement key with this Name; its template is one of the certified, or one of all. */
  private LoadedObject endorsementKey(Bytes name, AuthValue authority) throws IOException {
    EndorsementKeys keys = EndorsementKeys.of(tpm);
    Set<EkTemplate> templates = new LinkedHashSet<>(keys.certified());
    templates.add(EkTemplate.L_1);
    templates.add(EkTemplate.L_2);
    for (EkTemplate template : templates) {
      try (Session session = tpm.startSession().start()) {
        LoadedObject made = keys.create(template, session.authorize(authority));
        if (made.publicArea().name().equals(name)) {
          return made;
        }
        made.close();
      }
    }
    throw new IllegalStateException(
        "the challenge is for the endorsement key "
            + name
            + ", which no template of this TPM makes");
  }

  /** Whether the quoted digest is that of the values that were read. */
  private static boolean isAbout(Quote.Response quoted, PcrValues values, Bank bank) {
    Attest attest = Attest.CODEC.decode(quoted.quoted());
    if (!(attest.attested() instanceof Attested.Quote quote)) {
      throw WireException.refused("must be TPM_ST_ATTEST_QUOTE", 4, String.valueOf(attest.type()))
          .within("type")
          .within("TPMS_ATTEST");
    }
    return quoted
        .signature()
        .hashAlg()
        .flatMap(hash -> Bank.of(hash.value()))
        .map(
            hash ->
                hash.hash(values.bank(bank).values().toArray(new Bytes[0]))
                    .equals(quote.pcrDigest()))
        .orElse(true);
  }

  @Override
  public void close() throws IOException {
    tpm.close();
  }
}
