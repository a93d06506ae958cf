package org.tssj.attest.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.attest.BankSelection;
import org.tssj.attest.evidence.EvidenceFile.Form;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Mutations;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.core.Quote;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.object.Public;

/** Evidence as nobody made it up. */
class RandomEvidenceTest {

  private static final int EVIDENCES = 150;
  private static final int PLAIN_KEYS = 4;

  private final RandomValues random =
      new RandomValues(Long.getLong("tssj.seed", System.nanoTime()));

  private static Bytes plain(int which) {
    return Vectors.read(
        "tpm20/"
            + List.of("ecdsa-p256", "ecdsa-p521", "rsassa-sha256", "rsapss-sha512").get(which)
            + "/ak.pem");
  }

  private Evidence evidence() {
    Family family = random.coin() ? Family.TPM20 : Family.TPM12;
    return new Evidence(
        quote(family),
        random.coin() ? Optional.of(key(family)) : Optional.empty(),
        random.coin() ? Optional.of(random.bytes(random.below(3000))) : Optional.empty(),
        random.coin() ? Optional.of(random.bytes(random.below(3000))) : Optional.empty(),
        certificates(),
        certificates());
  }

  private List<Bytes> certificates() {
    List<Bytes> certificates = new ArrayList<>();
    for (int i = random.below(4); i > 0; i--) {
      certificates.add(random.bytesUpTo(500));
    }
    return certificates;
  }

  private Quote quote(Family family) {
    Bytes message =
        family == Family.TPM20 && random.coin()
            ? Attest.CODEC.encode(Attest.CODEC.random(random))
            : random.bytesUpTo(200);
    Optional<List<BankSelection>> quoted = QuoteFiles.selection(message);
    PcrValues values = PcrValues.NONE;
    for (Bank bank : family == Family.TPM20 ? Bank.all() : List.of(Bank.SHA1)) {
      int index = random.below(2040);
      if (random.coin() && quoted.isEmpty()) {
        values = values.with(bank, index, random.bytes(bank.size()));
      }
    }
    for (BankSelection each : quoted.orElse(List.of())) {
      for (int index : each.pcrs().indices()) {
        values = values.with(each.bank(), index, random.bytes(each.bank().size()));
      }
    }
    return new Quote(family, message, random.bytesUpTo(500), values);
  }

  private AttestationPublicKey key(Family family) {
    if (random.below(3) == 0) {
      return AttestationPublicKeyFile.read(plain(random.below(PLAIN_KEYS)));
    }
    return family == Family.TPM20
        ? new AttestationPublicKey.Tpm20(Public.CODEC.random(random))
        : new AttestationPublicKey.Tpm12(
            PubKey.CODEC.random(random),
            random.coin() ? Optional.of(KeyUsage.CODEC.random(random)) : Optional.empty());
  }

  @ParameterizedTest
  @EnumSource
  void isReadAsItWasWritten(Form form) {
    for (int i = 0; i < EVIDENCES; i++) {
      Evidence evidence = evidence();
      Bytes written = EvidenceFile.write(evidence, form);
      assertEquals(form, EvidenceFile.form(written));
      assertEquals(evidence, EvidenceFile.read(written), written::toHex);
      assertEquals(written, EvidenceFile.write(EvidenceFile.read(written), form));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReadOrRefusedWithEachOctetChangedOrCutOff(Form form) {
    Bytes written = EvidenceFile.write(evidence(), form);
    Bytes model = written.length() > 4000 ? small(form) : written;
    Changed.everyByte(model).forEach(RandomEvidenceTest::readsOrRefuses);
    Changed.everyLength(model).forEach(RandomEvidenceTest::readsOrRefuses);
  }

  private Bytes small(Form form) {
    return EvidenceFile.write(
        new Evidence(
            quote(Family.TPM20),
            Optional.of(key(Family.TPM20)),
            Optional.of(random.bytes(40)),
            Optional.of(random.bytes(40)),
            certificates(),
            List.of()),
        form);
  }

  @ParameterizedTest
  @EnumSource
  void isReadOrRefusedWhateverHappensToIt(Form form) {
    for (int i = 0; i < 20; i++) {
      Bytes model = EvidenceFile.write(evidence(), form);
      Mutations.of(model, i, 200, RandomEvidenceTest::readsOrRefuses);
    }
  }

  private static void readsOrRefuses(Bytes content) {
    try {
      EvidenceFile.read(content);
    } catch (WireException e) {
      assertTrue(e.path().startsWith("evidence"), () -> e + " for " + content);
    }
  }
}
