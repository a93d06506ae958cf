package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.identity.ManufacturedTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.key.EndorsementKeys;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.transport.swtpm.SwtpmProcess;

/** TPMs that swtpm_setup manufactured, with endorsement keys certified by a CA of its own. */
@NeedsProgram({"swtpm", "swtpm_setup", "swtpm_localca"})
class EkCertificatesTest {

  @TempDir private Path folder;

  /** A new TPM; what the manufacturer's program is told beside what it always is. */
  private Path manufactured(String... more) throws Exception {
    return ManufacturedTpm.make(folder, "state", Family.TPM20, more).state();
  }

  private X509Certificate ca(String name) throws Exception {
    try (InputStream in = Files.newInputStream(folder.resolve("ca").resolve(name))) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private interface Use {
    void with(Tpm20 tpm) throws Exception;
  }

  private static void on(Path state, Use use) throws Exception {
    try (SwtpmProcess swtpm =
            SwtpmProcess.start(
                Family.TPM20, SwtpmProcess.Channel.TCP, java.util.Optional.of(state));
        Tpm20 tpm = Tpm20.over(Transports.open(swtpm.connectionString()))) {
      tpm.startUp();
      use.with(tpm);
      assertEquals(List.of(), tpm.handles(0x8000_0000));
    }
  }

  private void assertCertified(
      EndorsementKeys keys, EkTemplate template, Handle persistent, Tpm20 tpm) throws Exception {
    X509Certificate certificate = keys.certificate(template).orElseThrow();
    certificate.verify(ca("issuercert.pem").getPublicKey());
    try (LoadedObject key = keys.create(template)) {
      assertEquals(certificate.getPublicKey(), PublicKeys.toJava(key.publicArea()));
      assertEquals(tpm.name(persistent).name(), key.handle().name());
    }
  }

  @Test
  void theCertificatesAreForTheKeysThatTheTemplatesMake() throws Exception {
    on(
        manufactured(),
        tpm -> {
          EndorsementKeys keys = EndorsementKeys.of(tpm);
          assertEquals(List.of(EkTemplate.L_1, EkTemplate.H_3), keys.certified());
          assertCertified(keys, EkTemplate.L_1, Handle.of(0x8101_0001), tpm);
          assertCertified(keys, EkTemplate.H_3, Handle.of(0x8101_0016), tpm);
        });
  }

  @Test
  void theKeysOfUnusualTemplatesAreMadeWithWhatNvSays() throws Exception {
    on(
        manufactured("--allow-signing", "--decryption"),
        tpm -> {
          EndorsementKeys keys = EndorsementKeys.of(tpm);
          assertNotEquals(EkTemplate.L_1.template(), keys.template(EkTemplate.L_1));
          assertCertified(keys, EkTemplate.L_1, Handle.of(0x8101_0001), tpm);
          assertCertified(keys, EkTemplate.H_3, Handle.of(0x8101_0016), tpm);
        });
  }

  @Test
  void aChainOverTwoIndicesAndAPaddedCertificateAreRead() throws Exception {
    on(
        manufactured(),
        tpm -> {
          Bytes issuer = Bytes.of(ca("issuercert.pem").getEncoded());
          Bytes root = Bytes.of(ca("swtpm-localca-rootca-cert.pem").getEncoded());
          Bytes both = issuer.concat(root).concat(Bytes.zeros(100));
          write(tpm, Handle.of(0x01c0_0100), both.slice(0, 1000));
          write(tpm, Handle.of(0x01c0_0101), both.slice(1000, both.length()));
          write(tpm, EkTemplate.L_2.certificateIndex(), issuer.concat(Bytes.hex("ff".repeat(50))));
          EndorsementKeys keys = EndorsementKeys.of(tpm);
          List<X509Certificate> chain = keys.chain();
          assertEquals(List.of(ca("issuercert.pem"), ca("swtpm-localca-rootca-cert.pem")), chain);
          keys.certificate(EkTemplate.L_1).orElseThrow().verify(chain.get(0).getPublicKey());
          chain.get(0).verify(chain.get(1).getPublicKey());
          assertEquals(ca("issuercert.pem"), keys.certificate(EkTemplate.L_2).orElseThrow());
        });
  }

  private static void write(Tpm20 tpm, Handle index, Bytes content) throws Exception {
    tpm.execute(
        new NvDefineSpace(
            Handle.OWNER,
            AuthValue.EMPTY,
            new NvPublic(
                index,
                AlgorithmId.SHA256,
                NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE),
                Bytes.EMPTY,
                content.length())));
    int most = 500;
    for (int done = 0; done < content.length(); done += most) {
      Handle named = tpm.execute(new NvReadPublic(index)).index();
      Bytes some = content.slice(done, Math.min(done + most, content.length()));
      tpm.execute(new NvWrite(named, named, some, done));
    }
  }
}
