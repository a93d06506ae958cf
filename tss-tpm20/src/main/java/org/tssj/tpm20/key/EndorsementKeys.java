package org.tssj.tpm20.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.DerHeader;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.object.ActivateCredential;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.resource.NvIndex;
import org.tssj.tpm20.resource.NvUser;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.template.EkTemplate;

/**
 * The endorsement keys of a TPM: which of them are certified, their certificates, and the keys
 * themselves.
 *
 * <p>What stands in NV may be written by whoever owns the platform: a certificate proves something
 * when its chain ends at a manufacturer's root that you trust, and when the TPM activates a
 * credential for the key in it.
 *
 * @see "TCG EK Credential Profile for TPM Family 2.0, 2.2.1.4 and Annex B"
 */
public final class EndorsementKeys {

  private static final int FIRST_OF_CHAIN = 0x01c0_0100;
  private static final int LAST_OF_CHAIN = 0x01c0_01ff;

  /** PolicyA of the profile: somebody knows the endorsement hierarchy's auth value. */
  public static final Policy POLICY_A = Policy.EMPTY.secret(Handle.ENDORSEMENT);

  private final Tpm20 tpm;

  private EndorsementKeys(Tpm20 tpm) {
    this.tpm = tpm;
  }

  /** The endorsement keys of this TPM. */
  public static EndorsementKeys of(Tpm20 tpm) {
    return new EndorsementKeys(tpm);
  }

  /** The templates for whose keys there is a certificate, in their order. */
  public List<EkTemplate> certified() throws IOException {
    List<Handle> indices = NvIndex.list(tpm);
    List<EkTemplate> found = new ArrayList<>();
    for (EkTemplate template : EkTemplate.values()) {
      if (indices.contains(template.certificateIndex())) {
        found.add(template);
      }
    }
    return List.copyOf(found);
  }

  /**
   * The manufacturer's certificate for the key of a template, without the padding that indices have
   * behind it.
   *
   * @return empty if the TPM has none
   * @throws WireException if there is something else in its place
   */
  public Optional<X509Certificate> certificate(EkTemplate template) throws IOException {
    return certificateOctets(template)
        .map(octets -> parsed(octets.slice(0, certificateEnd(octets, 0))));
  }

  /**
   * What stands where the manufacturer's certificate for the key of a template belongs, as it is:
   * with padding, and in a form that Java may refuse to read.
   *
   * @return empty if the TPM has none
   */
  public Optional<Bytes> certificateOctets(EkTemplate template) throws IOException {
    return read(template.certificateIndex());
  }

  /**
   * The certificates between the keys' and the manufacturer's root, which some TPMs keep in indices
   * from 0x01c00100 on.
   *
   * @return empty if there are none
   * @throws WireException if there is something else in their place
   */
  public List<X509Certificate> chain() throws IOException {
    Bytes all = chainOctets();
    List<X509Certificate> certificates = new ArrayList<>();
    int at = 0;
    while (at < all.length() && all.get(at) == DerHeader.SEQUENCE) {
      int end = certificateEnd(all, at);
      certificates.add(parsed(all.slice(at, end)));
      at = end;
    }
    return List.copyOf(certificates);
  }

  /**
   * What stands in the indices of {@link #chain}, as it is: certificates, one after the other, and
   * perhaps padding.
   *
   * @return no octets if there are no such indices
   */
  public Bytes chainOctets() throws IOException {
    // The indices together are one string of octets: a certificate may go on in the next one.
    Bytes all = Bytes.EMPTY;
    for (Handle index : NvIndex.list(tpm)) {
      if (index.value() >= FIRST_OF_CHAIN && index.value() <= LAST_OF_CHAIN) {
        all = all.concat(read(index).orElse(Bytes.EMPTY));
      }
    }
    return all;
  }

  /**
   * The template with what this TPM's manufacturer changed in it: NV may hold another template, and
   * in the low range a nonce.
   *
   * @throws WireException if there is something else in their place
   */
  public Public template(EkTemplate template) throws IOException {
    Optional<Bytes> nonce =
        template.nonceIndex().isPresent() ? read(template.nonceIndex().get()) : Optional.empty();
    Optional<Bytes> other = read(template.templateIndex());
    if (other.isPresent()) {
      Public area = Public.CODEC.decode(other.get());
      return nonce.isPresent() ? area.withUnique(template.template(nonce.get()).unique()) : area;
    }
    return nonce.map(template::template).orElseGet(template::template);
  }

  /**
   * Makes the key of a template, which is the certified one if there is a certificate: compare its
   * public key.
   *
   * @param authorizations for the endorsement hierarchy
   * @return the key, which {@link LoadedObject#close()} flushes
   */
  public LoadedObject create(EkTemplate template, Authorization... authorizations)
      throws IOException {
    return tpm.createPrimary(
        Handle.ENDORSEMENT, template(template), AuthValue.EMPTY, authorizations);
  }

  /**
   * TPM2_ActivateCredential: opens a credential that was made for an endorsement key and another
   * key, which proves that this TPM holds both.
   *
   * @param credential as {@code Credentials.make} or TPM2_MakeCredential made it
   * @param key the key it is about, an attestation key
   * @param keyAuthorization for that key
   * @param endorsementKey the key it was encrypted for, used by {@link #POLICY_A}
   * @param endorsementAuth the endorsement hierarchy's auth value
   */
  public AuthValue activate(
      MakeCredential.Response credential,
      LoadedObject key,
      Authorization keyAuthorization,
      LoadedObject endorsementKey,
      AuthValue endorsementAuth)
      throws IOException {
    ActivateCredential command =
        new ActivateCredential(
            key.handle(),
            endorsementKey.handle(),
            credential.credentialBlob(),
            credential.secret());
    if (endorsementKey.publicArea().objectAttributes().userWithAuth()) {
      return tpm.execute(command, keyAuthorization, Authorization.NONE).certInfo();
    }
    try (Session session = tpm.startSession().policy().start()) {
      PolicyAnswers answers =
          PolicyAnswers.NONE.authorizing(
              Handle.ENDORSEMENT, Authorization.password(endorsementAuth));
      POLICY_A.satisfy(tpm, session, answers, command);
      return tpm.execute(command, keyAuthorization, session.authorize(AuthValue.EMPTY)).certInfo();
    }
  }

  private Optional<Bytes> read(Handle index) throws IOException {
    return NvIndex.list(tpm).contains(index)
        ? Optional.of(NvIndex.open(tpm, index).read(NvUser.holder()))
        : Optional.empty();
  }

  private static int certificateEnd(Bytes octets, int offset) {
    try {
      DerHeader header = DerHeader.read(octets, offset, octets.length());
      if (header.tag() == DerHeader.SEQUENCE) {
        return header.end();
      }
    } catch (WireException e) {
      throw e.within("NV index");
    }
    throw refused("must begin with the SEQUENCE of a certificate", offset, octets);
  }

  private static WireException refused(String rule, int offset, Bytes found) {
    return WireException.refused(rule, offset, found.length() + " bytes").within("NV index");
  }

  private static X509Certificate parsed(Bytes der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der.toArray()));
    } catch (CertificateException e) {
      throw refused("must be an X.509 certificate: " + e.getMessage(), 0, der);
    }
  }
}
