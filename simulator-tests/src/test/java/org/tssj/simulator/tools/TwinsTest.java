package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.opentest4j.AssertionFailedError;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.tpm12.GoldenFiles;
import org.tssj.tpm12.command.integrity.Extend;

/** That the two are one and the same, by the word of the old tools on both sides. */
@NeedsProgram({"tcsd", "swtpm", "tpm_nvread", "tpm_mkuuid", "tpm_getquote"})
@Timeout(120)
class TwinsTest {

  @Test
  void theOldToolsDifferInNothingButWhatIsRandom() throws Exception {
    try (Twins twins = Twins.owned(Way.TCSD, Tools.installed())) {
      assertEquals(
          "00000000  68 65 6c 6c 6f 20 74 70 6d 31 32 20 6e 76 21 21  hello tpm12 nv!!\n"
              + "00000010  58 59 5a ff                                      XYZ \n",
          twins.same("tpm_nvread", "-i", "0x10", "-z").text());
      twins.write("uuid", GoldenFiles.read("aik/aik.uuid"));
      twins.write("nonce", GoldenFiles.read("quote-zero-pcrs/nonce.bin"));
      twins.same("tpm_getquote", "@uuid", "@nonce", "@quote", "0", "1", "2", "10", "16");
      assertEquals(GoldenFiles.read("quote-zero-pcrs/quote.bin"), twins.ours("quote"));

      var differ =
          assertThrows(AssertionFailedError.class, () -> twins.same("tpm_mkuuid", "@random"));
      assertTrue(differ.getMessage().contains("random: theirs <Written"), differ.getMessage());
      twins.same(Step.of("tpm_mkuuid", "@random").viewed("random", Bytes::length, "random"));
      Bytes theirs = twins.theirs("random");
      assertNotEquals(theirs, twins.ours("random"));
      twins.exchange("random");
      assertEquals(theirs, twins.ours("random"));
      assertThrows(
          AssertionFailedError.class,
          () ->
              twins.same(
                  Step.of("tpm_nvread", "-i", "0x10", "-z").differs(Step.STATUS, 0, 1, "no")));
    }
  }

  @Test
  void theyArePutBackWithTheirRegistersAndTheirKeys() throws Exception {
    try (Twins twins = Twins.owned(Way.TCSD, Tools.installed())) {
      twins.write("uuid", GoldenFiles.read("aik/aik.uuid"));
      twins.write("nonce", GoldenFiles.read("quote-zero-pcrs/nonce.bin"));
      Step quote = Step.of("tpm_getquote", "-p", "@values", "@uuid", "@nonce", "@quote", "0", "16");
      twins.both(tpm -> tpm.execute(new Extend(16, Bank.SHA1.hash(Bytes.utf8("one")))));
      Twins.Moment moment = twins.moment();
      twins.same(quote);
      Bytes values = twins.ours("values");
      twins.both(tpm -> tpm.execute(new Extend(16, Bank.SHA1.hash(Bytes.utf8("two")))));
      twins.same("tpm_unloadkey", "@uuid");
      assertEquals(1, twins.same(quote).status());
      twins.restore(moment);
      assertEquals(0, twins.same(quote).status());
      assertEquals(values, twins.ours("values"));
      twins.powerCycle();
      twins.same(quote);
      assertNotEquals(values, twins.ours("values"));
    }
  }

  @Test
  void nobodyOwnsTheOnesThatAreOwnerless() throws Exception {
    try (Twins twins = Twins.ownerless(Way.TCSD, Tools.installed())) {
      assertEquals(0, twins.same("tpm_takeownership", "-y", "-z").status());
      assertEquals(0, twins.same("tpm_clear", "-z").status());
    }
  }
}
