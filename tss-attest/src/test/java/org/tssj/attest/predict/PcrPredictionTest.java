package org.tssj.attest.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.attest.testing.Vectors;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

class PcrPredictionTest {

  private static final List<Bank> BANKS = List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512);

  /** What a software TPM 2.0 held after tpm2_pcrextend with digests of coreutils. */
  private static final PcrValues TPM20 = PcrValuesFile.read(Vectors.read("tpm20/pcrread.yaml"));

  /** What a software TPM 1.2 held after TPM_Extend, read by tpm_getquote. */
  private static final PcrValues TPM12 =
      PcrValuesFile.read(Vectors.read("tpm12/quote-set-pcrs/pcr.vals"));

  private static Measurement text(String text) {
    return Measurement.ofData(text, Bytes.utf8(text), BANKS);
  }

  @Test
  void isWhatATpm20HoldsInEveryBankAfterTwoExtends() {
    PcrPrediction prediction =
        PcrPrediction.of(0).then(text("measured into 0")).then(text("measured into 0"));
    for (Bank bank : BANKS) {
      assertEquals(TPM20.get(bank, 0).orElseThrow(), prediction.value(bank));
    }
  }

  @Test
  void isWhatATpm12Holds() {
    assertEquals(
        TPM12.get(Bank.SHA1, 0).orElseThrow(),
        PcrPrediction.of(0).then(text("firmware")).then(text("firmware")).value(Bank.SHA1));
    assertEquals(
        TPM12.get(Bank.SHA1, 10).orElseThrow(),
        PcrPrediction.of(10).then(text("ima-entry-1")).value(Bank.SHA1));
  }

  @Test
  void goesOnFromAKnownValue() {
    Bytes once = PcrPrediction.of(0).then(text("firmware")).value(Bank.SHA1);
    assertEquals(
        TPM12.get(Bank.SHA1, 0).orElseThrow(),
        PcrPrediction.of(0, new StartValue.Known(once)).then(text("firmware")).value(Bank.SHA1));
  }

  @Test
  void measuresAFileAsSha256sumDoes(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("x"), "measured into 16");
    Measurement measured = Measurement.ofFile(file, BANKS);
    assertEquals(
        TPM20.get(Bank.SHA256, 16).orElseThrow(),
        PcrPrediction.of(16).then(measured).value(Bank.SHA256));
    assertEquals(file.toString(), measured.what());
  }

  @Test
  void givesSeveralBanksAtOnce() {
    PcrValues values = PcrPrediction.of(23).then(text("measured into 23")).values(BANKS);
    for (Bank bank : BANKS) {
      assertEquals(TPM20.get(bank, 23), values.get(bank, 23));
    }
  }

  @Nested
  class Story {
    private static final Bytes ONE = Bytes.zeros(20);
    private static final Bytes AFTER_ONE = Bytes.hex("b80de5d138758541c5f05265ad144ab9fa86d1db");

    @Test
    void hasEveryValueOnTheWay() {
      // H(0^20 || 0^20), the value of a PCR that firmware capped: eventlog facts of real machines.
      PcrStory story =
          PcrPrediction.of(8).then(Measurement.ofDigest("cap", Bank.SHA1, ONE)).story(Bank.SHA1);
      assertEquals(Bytes.zeros(20), story.start());
      assertEquals(List.of(new PcrStory.Step("cap", ONE, AFTER_ONE)), story.steps());
      assertEquals(AFTER_ONE, story.value());
    }

    @Test
    void saysWithWhichRuleItStarts() {
      assertEquals("zeros", PcrPrediction.of(16).story(Bank.SHA1).rule());
      assertEquals("ones: no dynamic launch yet", PcrPrediction.of(17).story(Bank.SHA1).rule());
      assertEquals(
          "startup from locality 3",
          PcrPrediction.of(0, new StartValue.StartupLocality(3)).story(Bank.SHA1).rule());
    }

    @Test
    void isTextThatCanBeFollowed() {
      assertEquals(
          """
          PCR 8 (sha1) starts at 0000000000000000000000000000000000000000, zeros
            extend 0000000000000000000000000000000000000000  cap
                -> b80de5d138758541c5f05265ad144ab9fa86d1db
          """,
          PcrPrediction.of(8)
              .then(Measurement.ofDigest("cap", Bank.SHA1, ONE))
              .story(Bank.SHA1)
              .toString());
    }
  }

  @Nested
  class Starts {
    @ParameterizedTest
    @ValueSource(ints = {0, 7, 10, 16, 23, 24})
    void atZeros(int pcr) {
      assertEquals(Bytes.zeros(32), PcrPrediction.of(pcr).value(Bank.SHA256));
    }

    @ParameterizedTest
    @ValueSource(ints = {17, 18, 19, 20, 21, 22})
    void atOnesBeforeADynamicLaunch(int pcr) {
      assertEquals(
          Bytes.hex("ffffffffffffffffffffffffffffffffffffffff"),
          PcrPrediction.of(pcr).value(Bank.SHA1));
      assertEquals(
          TPM20.get(Bank.SHA512, pcr).orElseThrow(), PcrPrediction.of(pcr).value(Bank.SHA512));
    }

    @Test
    void atZerosAfterADynamicLaunch() {
      assertEquals(
          Bytes.zeros(20), PcrPrediction.of(17, StartValue.afterDynamicLaunch()).value(Bank.SHA1));
    }

    @Test
    void atTheLocalityOfStartup() {
      assertEquals(
          Bytes.hex("0000000000000000000000000000000000000003"),
          PcrPrediction.of(0, new StartValue.StartupLocality(3)).value(Bank.SHA1));
      assertEquals(
          Bytes.hex("0000000000000000000000000000000000000000000000000000000000000004"),
          PcrPrediction.of(0, new StartValue.StartupLocality(4)).value(Bank.SHA256));
    }
  }

  @Nested
  class Refuses {
    @Test
    void aMeasurementWithoutADigestOfTheBankAndNamesIt() {
      PcrPrediction prediction =
          PcrPrediction.of(4)
              .then(text("kernel"))
              .then(Measurement.ofDigest("initrd", Bank.SHA1, Bytes.zeros(20)));
      assertEquals(
          "measurement 2 of PCR 4 (initrd) has no digest of the sha256 bank",
          assertThrows(IllegalArgumentException.class, () -> prediction.value(Bank.SHA256))
              .getMessage());
    }

    @Test
    void aDigestOfAnotherSize() {
      assertEquals(
          "kernel: a digest of the sha256 bank has 32 bytes, this one 20",
          assertThrows(
                  IllegalArgumentException.class,
                  () -> new Measurement("kernel", Map.of(Bank.SHA256, Bytes.zeros(20))))
              .getMessage());
    }

    @Test
    void aKnownStartOfAnotherSize() {
      PcrPrediction prediction = PcrPrediction.of(4, new StartValue.Known(Bytes.zeros(20)));
      assertEquals(
          "a value of the sha256 bank has 32 bytes, this start 20",
          assertThrows(IllegalArgumentException.class, () -> prediction.value(Bank.SHA256))
              .getMessage());
    }

    @Test
    void aLocalityNoTpmStartsFrom() {
      assertThrows(IllegalArgumentException.class, () -> new StartValue.StartupLocality(2));
    }

    @Test
    void aNegativeIndex() {
      assertThrows(IllegalArgumentException.class, () -> PcrPrediction.of(-1));
    }
  }
}
