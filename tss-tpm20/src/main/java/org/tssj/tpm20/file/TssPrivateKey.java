package org.tssj.tpm20.file;

import java.io.IOException;
import java.util.List;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.Commands;
import org.tssj.tpm20.command.duplication.Import;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.engine.BouncyCastle;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.template.Templates;

/**
 * TPMKey: a key that only its TPM can use, in the file that OpenSSL's TPM 2.0 providers, GnuTLS,
 * systemd and others share: {@code -----BEGIN TSS2 PRIVATE KEY-----}.
 *
 * <p>Made by a factory, extended by the {@code with} methods. Reading and writing needs Bouncy
 * Castle, for ASN.1.
 *
 * @param kind what {@code privateArea} holds
 * @param emptyAuth whether the auth value is empty, so that nobody is asked for it
 * @param policy commands that satisfy the key's authPolicy, in their order; empty for none
 * @param secret for an importable key TPM2B_ENCRYPTED_SECRET without its size, else empty
 * @param authPolicies further policies, signed for a key with PolicyAuthorize; empty for none
 * @param description for people; empty for none
 * @param rsaParent whether a primary parent is to be made with RSA 2048, not with P-256
 * @param parent a persistent handle, or a hierarchy: then the parent is the primary key that the
 *     storage root key's template makes there
 * @param publicArea the public area
 * @param privateArea TPM2B_PRIVATE without its size
 * @see "draft-bottomley-tpm2-keys, ASN.1 Specification for TPM 2.0 Key Files"
 */
public record TssPrivateKey(
    Kind kind,
    boolean emptyAuth,
    List<PolicyCommand> policy,
    Bytes secret,
    List<AuthPolicy> authPolicies,
    String description,
    boolean rsaParent,
    Handle parent,
    Public publicArea,
    Bytes privateArea) {

  /** The PEM label of such files. */
  public static final String LABEL = "TSS2 PRIVATE KEY";

  private static final String WHAT = "A TSS2 PRIVATE KEY file";
  private static final int HIERARCHY = 0x40;

  /** What {@code privateArea} holds. */
  public enum Kind {
    /** For TPM2_Load. */
    LOADABLE("2.23.133.10.1.3"),
    /** For TPM2_Import, wrapped for the parent with {@code secret}. */
    IMPORTABLE("2.23.133.10.1.4"),
    /** Sealed data, for TPM2_Load. */
    SEALED("2.23.133.10.1.5");

    private final String objectIdentifier;

    Kind(String objectIdentifier) {
      this.objectIdentifier = objectIdentifier;
    }

    /** The object identifier at the beginning of the file. */
    public String objectIdentifier() {
      return objectIdentifier;
    }
  }

  /**
   * TPMPolicy: one command of a policy.
   *
   * @param commandCode which
   * @param commandPolicy its parameters as on the wire, without handles
   */
  public record PolicyCommand(CommandCode commandCode, Bytes commandPolicy) {

    /** A policy command that has no handle but its session. */
    public static PolicyCommand of(PolicyStep step) {
      return of(step.in(Handle.NULL));
    }

    private static <R> PolicyCommand of(Command<R> command) {
      CommandCode code = new CommandCode(command.spec().code());
      requireOneHandle(code, command.spec().handles().size());
      WireWriter parameters = new WireWriter();
      command.spec().writeParameters(command, parameters);
      return new PolicyCommand(code, parameters.toBytes());
    }

    /**
     * The command.
     *
     * @throws UnsupportedOperationException for a command that needs more than its session: a
     *     signature, another entity
     * @throws WireException if the parameters are not the command's
     */
    public PolicyStep step() {
      var spec =
          Commands.byCode(commandCode.value()).stream()
              .findFirst()
              .orElseThrow(() -> new UnsupportedOperationException("no command is " + commandCode));
      requireOneHandle(commandCode, spec.handles().size());
      Object command =
          spec.request().decode(Handle.CODEC.encode(Handle.NULL).concat(commandPolicy));
      if (command instanceof PolicyStep step) {
        return step;
      }
      throw new UnsupportedOperationException(spec.name() + " is no policy command");
    }

    private static void requireOneHandle(CommandCode code, int handles) {
      if (handles != 1) {
        throw new UnsupportedOperationException(
            code + " needs more than a policy session, and cannot be carried out from a file");
      }
    }
  }

  /**
   * TPMAuthPolicy: one of several policies of a key with PolicyAuthorize.
   *
   * @param name for people; empty for none
   * @param policy its commands
   */
  public record AuthPolicy(String name, List<PolicyCommand> policy) {
    /** Copies the list. */
    public AuthPolicy {
      policy = List.copyOf(policy);
    }
  }

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if an importable key has no secret, or another has one
   */
  public TssPrivateKey {
    policy = List.copyOf(policy);
    authPolicies = List.copyOf(authPolicies);
    if ((kind == Kind.IMPORTABLE) == secret.isEmpty()) {
      throw new IllegalArgumentException(
          "an importable key has a secret and no other has; this one is " + kind);
    }
  }

  /**
   * A key as TPM2_Create made it.
   *
   * @param parent a persistent handle, or the hierarchy whose standard primary key is the parent
   * @param emptyAuth whether its auth value is empty
   */
  public static TssPrivateKey loadable(
      Handle parent, Public publicArea, Bytes privateArea, boolean emptyAuth) {
    return of(Kind.LOADABLE, parent, publicArea, privateArea, Bytes.EMPTY, emptyAuth);
  }

  /** As {@link #loadable}, for sealed data. */
  public static TssPrivateKey sealed(
      Handle parent, Public publicArea, Bytes privateArea, boolean emptyAuth) {
    return of(Kind.SEALED, parent, publicArea, privateArea, Bytes.EMPTY, emptyAuth);
  }

  /**
   * A key wrapped for its parent, as {@code Duplicates.wrap} makes it without an inner wrapper.
   *
   * @param duplicate TPM2B_PRIVATE without its size
   * @param secret TPM2B_ENCRYPTED_SECRET without its size
   */
  public static TssPrivateKey importable(
      Handle parent, Public publicArea, Bytes duplicate, Bytes secret, boolean emptyAuth) {
    return of(Kind.IMPORTABLE, parent, publicArea, duplicate, secret, emptyAuth);
  }

  private static TssPrivateKey of(
      Kind kind,
      Handle parent,
      Public publicArea,
      Bytes privateArea,
      Bytes secret,
      boolean emptyAuth) {
    return new TssPrivateKey(
        kind, emptyAuth, List.of(), secret, List.of(), "", false, parent, publicArea, privateArea);
  }

  /** The same with a description for people. */
  public TssPrivateKey withDescription(String text) {
    return new TssPrivateKey(
        kind,
        emptyAuth,
        policy,
        secret,
        authPolicies,
        text,
        rsaParent,
        parent,
        publicArea,
        privateArea);
  }

  /** The same with the commands of its policy. */
  public TssPrivateKey withPolicy(List<PolicyCommand> commands) {
    return new TssPrivateKey(
        kind,
        emptyAuth,
        commands,
        secret,
        authPolicies,
        description,
        rsaParent,
        parent,
        publicArea,
        privateArea);
  }

  /** The same under the hierarchy's RSA 2048 primary key. */
  public TssPrivateKey withRsaParent() {
    return new TssPrivateKey(
        kind,
        emptyAuth,
        policy,
        secret,
        authPolicies,
        description,
        true,
        parent,
        publicArea,
        privateArea);
  }

  /**
   * Reads a file.
   *
   * @param pem text with one TSS2 PRIVATE KEY
   * @throws WireException if there is none, or it is not what it claims
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public static TssPrivateKey parse(String pem) {
    return ofDer(Pem.parse(pem, LABEL).content());
  }

  /**
   * Reads the octets inside of the PEM.
   *
   * @throws WireException if they are not what they claim
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public static TssPrivateKey ofDer(Bytes der) {
    return BouncyCastle.with(WHAT, () -> TssPrivateKeyDer.read(der));
  }

  /**
   * The file.
   *
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public String toPem() {
    return new Pem(LABEL, toDer()).toText();
  }

  /**
   * The octets inside of the PEM.
   *
   * @throws org.tssj.tpm20.MissingBouncyCastleException without Bouncy Castle
   */
  public Bytes toDer() {
    return BouncyCastle.with(WHAT, () -> TssPrivateKeyDer.write(this));
  }

  /**
   * Its policy, to be satisfied in a session: empty where there is none.
   *
   * @throws UnsupportedOperationException if one of the commands needs more than a session
   * @throws WireException if parameters are not their command's
   */
  public Policy toPolicy() {
    Policy all = Policy.EMPTY;
    for (PolicyCommand command : policy) {
      all = all.step(command.step());
    }
    return all;
  }

  /**
   * Loads it, after importing it where that is needed and making its parent where that is a
   * hierarchy's.
   *
   * @param authorizations for the parent, or for the hierarchy that is to make it
   * @return the key, which {@link LoadedObject#close()} flushes
   */
  public LoadedObject load(Tpm20 tpm, Authorization... authorizations) throws IOException {
    if (!isUnderHierarchy()) {
      return load(tpm, openParent(tpm), authorizations);
    }
    try (LoadedObject primary = openParent(tpm, authorizations)) {
      return load(tpm, primary, Authorization.NONE);
    }
  }

  /** Whether its parent is made in a hierarchy each time, not kept at a persistent handle. */
  public boolean isUnderHierarchy() {
    return parent.type() == HIERARCHY;
  }

  /**
   * The parent: the persistent one, or the hierarchy's primary key, which is made.
   *
   * @param authorizations for the hierarchy that is to make it
   * @return the parent, which {@link LoadedObject#close()} flushes where it was made
   */
  public LoadedObject openParent(Tpm20 tpm, Authorization... authorizations) throws IOException {
    if (!isUnderHierarchy()) {
      return LoadedObject.existing(tpm, parent);
    }
    Public template = rsaParent ? Templates.storageRootKeyRsa() : Templates.storageRootKeyEcc();
    return tpm.createPrimary(parent, template, AuthValue.EMPTY, authorizations);
  }

  /**
   * Loads it under a parent that is open already, after importing it where that is needed.
   *
   * @param authorizations for the parent
   * @return the key, which {@link LoadedObject#close()} flushes
   */
  public LoadedObject load(Tpm20 tpm, LoadedObject under, Authorization... authorizations)
      throws IOException {
    Bytes loadable =
        kind == Kind.IMPORTABLE
            ? tpm.execute(
                    new Import(
                        under.handle(),
                        AuthValue.EMPTY,
                        publicArea,
                        privateArea,
                        secret,
                        SymDef.NULL),
                    authorizations)
                .outPrivate()
            : privateArea;
    return tpm.load(under.handle(), loadable, publicArea, authorizations);
  }
}
