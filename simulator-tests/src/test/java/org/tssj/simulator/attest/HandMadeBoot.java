package org.tssj.simulator.attest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.EvidenceFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.Quote;
import org.tssj.core.transport.Transports;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.pcr.PcrExtend;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** A boot that never was: a log typed by hand, and a TPM into which it is measured. */
public final class HandMadeBoot {

  static final Bank BANK = Bank.SHA256;
  public static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff");

  /** The first event of a crypto-agile log with SHA-256 alone. */
  static final Bytes HEADER =
      Bytes.hex(
          "00000000 03000000 0000000000000000000000000000000000000000 21000000"
              + "53706563204944204576656e74303300 00000000 00 02 00 02 01000000 0b00 2000 00");

  private static final Bytes SEPARATOR = Bytes.zeros(4);

  /** UEFI_VARIABLE_DATA: the variable SecureBoot, of one octet, 1. */
  private static final Bytes SECURE_BOOT =
      Bytes.hex(
          "61dfe48bca93d211aa0d00e098032b8c 0a00000000000000 0100000000000000"
              + "5300650063007500720065004200 6f006f007400 01");

  /** A version, SecureBoot, an application, and the separators of three PCRs. */
  static final List<Measured> EVENTS =
      List.of(
          new Measured(0, "08000000", Bytes.utf8("1.0\0")),
          new Measured(7, "01000080", SECURE_BOOT),
          new Measured(7, "04000000", SEPARATOR),
          new Measured(4, "07000080", Bytes.utf8("Calling EFI Application from Boot Option")),
          new Measured(4, "04000000", SEPARATOR),
          new Measured(0, "04000000", SEPARATOR));

  /** The log of these events. */
  static final Bytes LOG =
      HEADER.concat(Bytes.join(EVENTS.stream().map(Measured::logged).toArray(Bytes[]::new)));

  private HandMadeBoot() {}

  /**
   * One event.
   *
   * @param type its number as it stands in the log
   * @param data what is hashed
   */
  record Measured(int pcr, String type, Bytes data) {

    Bytes digest() {
      return BANK.hash(data);
    }

    /** As it stands in the log. */
    Bytes logged() {
      return Bytes.join(
          Bytes.hex(String.format("%02x000000 %s 01000000 0b00", pcr, type)),
          digest(),
          Bytes.hex(String.format("%02x000000", data.length())),
          data);
    }
  }

  /** Extends one digest. */
  static void extend(Tpm20 tpm, int pcr, Bytes digest) throws IOException {
    tpm.execute(new PcrExtend(Handle.pcr(pcr), List.of(new HashValue(AlgorithmId.SHA256, digest))));
  }

  static void boot(Tpm20 tpm, List<Measured> events) throws IOException {
    for (Measured event : events) {
      extend(tpm, event.pcr(), event.digest());
    }
  }

  /** A quote with the values behind it. */
  static Quote quote(Tpm20 tpm, LoadedObject key, int... pcrs) throws IOException {
    List<PcrSelection> selection = List.of(PcrSelection.of(BANK, pcrs));
    var made =
        tpm.execute(
            new org.tssj.tpm20.command.attestation.Quote(
                key.handle(), NONCE, Scheme.NULL, selection));
    return new Quote(
        Family.TPM20,
        made.quoted(),
        Signature.CODEC.encode(made.signature()),
        tpm.pcrRead(selection));
  }

  /** The evidence of a machine that was booted so, and its key, as files. */
  public static void write(Path evidence, Path pem) throws IOException {
    try (Tpm20 tpm = Tpm20.over(Transports.open("libtpms:family=2.0"));
        LoadedObject key =
            tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY)) {
      boot(tpm, EVENTS);
      AttestationPublicKey publicKey = new AttestationPublicKey.Tpm20(key.publicArea());
      Evidence made =
          new Evidence(
              quote(tpm, key, 0, 4, 7),
              Optional.of(publicKey),
              Optional.of(LOG),
              Optional.empty(),
              List.of(),
              List.of());
      Files.write(evidence, EvidenceFile.write(made, EvidenceFile.Form.JSON).toArray());
      Files.writeString(pem, pem(publicKey));
    }
  }

  /** SubjectPublicKeyInfo in PEM. */
  static String pem(AttestationPublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'})
            .encodeToString(key.publicKey().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }
}
