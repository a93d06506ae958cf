package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.tpm12.GoldenFiles;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.trousers.SealedFile;

/** {@code tpm_sealdata} and {@code tpm_unsealdata} of tpm-tools and ours, side by side. */
@NeedsProgram({"tcsd", "swtpm", "tpm_sealdata", "tpm_unsealdata"})
@Timeout(300)
abstract class DataToolsScenarios extends TwinScenarios {

  private static final List<String> TOOLS = List.of("tpm_sealdata", "tpm_unsealdata");

  private static final String SILENT = "the old tool does not say why";
  private static final String EMPTIED = "the old tool empties its output where it fails";
  private static final String GOES_ON = "the old tool goes on with what it makes of it";

  private static final Bytes PLAIN = Bytes.utf8("a secret of some length\n".repeat(30));

  @BeforeEach
  void files() throws IOException {
    twins().write("plain", PLAIN);
    twins().write("empty", Bytes.EMPTY);
    twins().write("golden", GoldenFiles.read("seal/sealed.blob"));
    twins().write("golden-pcr", GoldenFiles.read("seal/sealed-pcr.blob"));
  }

  private void extend(int pcr, String measured) throws IOException {
    twins().both(tpm -> tpm.execute(new Extend(pcr, Bank.SHA1.hash(Bytes.utf8(measured)))));
  }

  /** What is not random: the lines, the templates, what it is sealed to, how much there is. */
  private static Object shape(Bytes content) {
    SealedFile file = SealedFile.read(content);
    String text = new String(content.toArray(), java.nio.charset.StandardCharsets.US_ASCII);
    return List.of(
        text.lines()
            .takeWhile(line -> !line.startsWith("PCR "))
            .map(line -> line.matches("-----.*|Symmetric .*") ? line : "" + line.length())
            .collect(Collectors.joining("\n")),
        file.key().keyUsage(),
        file.key().keyFlags(),
        file.key().authDataUsage(),
        file.key().algorithmParms(),
        file.sealedKey().getClass(),
        file.sealedKey().sealInfo().map(Object::toString),
        file.encrypted().length());
  }

  private static final String VALUES_BEHIND_THE_END =
      "keys are random; ours keeps the PCR values behind the end, so that it can say which differs";

  private static Step seals(String file, String... more) {
    return Step.of(
            java.util.stream.Stream.concat(
                    java.util.stream.Stream.of("tpm_sealdata", "-z", "-o", "@" + file),
                    java.util.stream.Stream.of(more))
                .toArray(String[]::new))
        .viewed(file, DataToolsScenarios::shape, VALUES_BEHIND_THE_END);
  }

  @Test
  void theySayTheSameAboutThemselves() throws Exception {
    saysTheSameAboutItself(TOOLS, "--help");
    same("tpm_sealdata", "-l", "loud");
    same("tpm_sealdata", "-q");
    same("tpm_sealdata", "-p");
    same("tpm_sealdata", "-i");
    String noSuccess = "an option that does not exist is no success";
    same(Step.of("tpm_unsealdata", "-q").differs(Step.STATUS, 0, 255, noSuccess));
    same(Step.of("tpm_unsealdata", "-l", "loud").differs(Step.STATUS, 0, 255, noSuccess));
  }

  @Test
  void whatOneSealedTheOtherOpens() throws Exception {
    extend(10, "measured");
    same(seals("any", "-i", "@plain"));
    same(seals("low", "-i", "@plain", "-p", "0"));
    same(seals("pcrs", "-i", "@plain", "-p", "10", "-p", "0"));
    same(seals("high", "-i", "@plain", "-p", "16", "--pcr=2"));
    same(seals("highest", "-i", "@plain", "-p", "23"));
    same(seals("nothing", "-i", "@empty"));
    same(seals("stdin", "-l", "info").with(PLAIN));
    List<String> all = List.of("any", "low", "pcrs", "high", "highest", "nothing", "stdin");
    for (boolean exchanged : List.of(false, true)) {
      for (String file : all) {
        assertEquals(
            file.equals("nothing") ? Bytes.EMPTY : PLAIN,
            same("tpm_unsealdata", "-z", "-i", "@" + file).out());
      }
      same("tpm_unsealdata", "-z", "-i", "@pcrs", "-o", "@opened");
      assertEquals(PLAIN, twins().ours("opened"));
      if (!exchanged) {
        twins().exchange(all.toArray(String[]::new));
      }
    }
    same("tpm_unsealdata", "-z", "-i", "@golden");
  }

  @Test
  void onStandardOutputStandsTheSame() throws Exception {
    same(
        Step.of("tpm_sealdata", "-z")
            .with(PLAIN)
            .viewedText(Step.OUT, text -> shape(Bytes.utf8(text)), VALUES_BEHIND_THE_END));
  }

  @Test
  void aWrongPcrIsNamed() throws Exception {
    same(seals("pcrs", "-i", "@plain", "-p", "0", "-p", "10", "-p", "11"));
    extend(10, "changed");
    Outcome theirs =
        same(Step.of("tpm_unsealdata", "-z", "-i", "@pcrs").ignoring(Step.ERR, SILENT));
    assertEquals(24, theirs.status());
    assertEquals("", theirs.text());
    String said = twins().onlyOurs(Step.of("tpm_unsealdata", "-z", "-i", "@pcrs")).err();
    assertTrue(
        said.startsWith(
            "Tspi_Data_Unseal failed: 0x00000018 - layer=tpm, code=0018 (24), Wrong PCR value\n"),
        said);
    assertTrue(said.contains("PCR 10"), said);
    assertTrue(!said.contains("PCR 11") && !said.contains("PCR 0"), said);

    twins().exchange("pcrs");
    same(Step.of("tpm_unsealdata", "-z", "-i", "@pcrs").ignoring(Step.ERR, SILENT));
    same(Step.of("tpm_unsealdata", "-z", "-i", "@golden-pcr").ignoring(Step.ERR, SILENT));
    twins().write("kept", Bytes.utf8("kept"));
    Step replaced =
        Step.of("tpm_unsealdata", "-z", "-i", "@pcrs", "-o", "@kept")
            .ignoring(Step.ERR, SILENT)
            .ignoring("kept", EMPTIED);
    assertEquals(24, same(replaced).status());
    assertEquals(Bytes.utf8("kept"), twins().ours("kept"));
    assertEquals(Bytes.EMPTY, twins().theirs("kept"));
  }

  @Test
  void whatCannotBeSealed() throws Exception {
    same("tpm_sealdata", "-z", "-i", "@missing", "-o", "@sealed");
    same("tpm_sealdata", "-z", "-i", "@plain", "-o", "/nowhere/sealed");
    same(Step.of("tpm_sealdata", "-i", "@plain", "-o", "@sealed").typed("wrong"));
    same(Step.of("tpm_sealdata", "-u", "-i", "@plain", "-o", "@sealed").typed("wrong"));
    String layer = "who answers is tcsd, or the TPM itself";
    same(
        Step.of("tpm_sealdata", "-z", "-i", "@plain", "-p", "24")
            .viewedText(Step.ERR, text -> text.substring(0, text.indexOf(':')), layer));
    for (String noNumber : List.of("zz", "0,10", "-1")) {
      Step step = Step.of("tpm_sealdata", "-z", "-i", "@plain", "-o", "@s", "-p", noNumber);
      assertEquals(255, twins().onlyOurs(step).status(), GOES_ON);
    }
  }

  @Test
  void whatCannotBeOpened() throws Exception {
    twins().write("cut", GoldenFiles.read("seal/sealed.blob").slice(0, 300));
    Step[] steps = {
      Step.of("tpm_unsealdata", "-z", "-i", "@missing"),
      Step.of("tpm_unsealdata", "-z"),
      Step.of("tpm_unsealdata", "-z", "-i", "@plain"),
      Step.of("tpm_unsealdata", "-z", "-i", "@empty"),
      Step.of("tpm_unsealdata", "-z", "-i", "@cut"),
      Step.of("tpm_unsealdata", "-i", "@golden").typed("wrong"),
      Step.of("tpm_unsealdata", "-u", "-i", "@golden").typed("wrong"),
    };
    for (Step step : steps) {
      Outcome theirs = same(step.ignoring(Step.ERR, SILENT));
      assertTrue(theirs.status() != 0, step.toString());
    }
    same(
        Step.of("tpm_unsealdata", "-z", "-i", "@golden", "-o", "/nowhere/opened")
            .differs(Step.STATUS, 0, 255, "what was not written is no success")
            .ignoring(Step.ERR, SILENT));
  }

  @Test
  void extendingIsTheSha1OfTheFile() throws Exception {
    Outcome done =
        twins().onlyOurs(Step.of("tpm_extendpcr", "-i", "@plain", "-p", "9", "-p", "16"));
    assertEquals(0, done.status(), done.err());
    assertEquals("", done.text() + done.err());
    assertEquals(0, twins().onlyOurs(Step.of("tpm_extendpcr", "--pcr", "9").with(PLAIN)).status());
    PcrValues[] now = new PcrValues[1];
    twins().onOurs(tpm -> now[0] = tpm.pcrRead(9, 16));
    Bytes once = Bank.SHA1.hash(Bytes.zeros(20), Bank.SHA1.hash(PLAIN));
    assertEquals(once, now[0].get(Bank.SHA1, 16).orElseThrow());
    assertEquals(
        Bank.SHA1.hash(once, Bank.SHA1.hash(PLAIN)), now[0].get(Bank.SHA1, 9).orElseThrow());

    assertEquals(
        255, twins().onlyOurs(Step.of("tpm_extendpcr", "-i", "@missing", "-p", "9")).status());
    assertEquals(255, twins().onlyOurs(Step.of("tpm_extendpcr", "-i", "@plain")).status());
    assertEquals(
        255, twins().onlyOurs(Step.of("tpm_extendpcr", "-i", "@plain", "-p", "9x")).status());
    assertEquals(
        255, twins().onlyOurs(Step.of("tpm_extendpcr", "-i", "@plain", "-p", "99")).status());
  }
}
