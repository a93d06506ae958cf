package org.tssj.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.cli.command.LittleEndian.u32;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class PredictEventVerbTest {

  @TempDir Path folder;
  private final FakeMachine machine = new FakeMachine();

  /** Of a SHA-1 log: a digest of the words, and the words with what GRUB puts before them. */
  private static Bytes event(int pcr, int type, String before, String words) {
    Bytes data = Bytes.utf8(before + words);
    return Bytes.join(u32(pcr, type), Bank.SHA1.hash(Bytes.utf8(words)), u32(data.length()), data);
  }

  @BeforeEach
  void writeALog() throws IOException {
    Bytes log =
        Bytes.join(
            event(0, 8, "", "version 1"),
            event(8, 0xd, "kernel_cmdline: ", "/vmlinuz ro"),
            Bytes.join(
                u32(9, 0xd),
                Bank.SHA1.hash(Bytes.utf8("old kernel")),
                u32(9),
                Bytes.utf8("/vmlinuz\0")));
    Files.write(folder.resolve("log"), log.toArray());
    Files.writeString(folder.resolve("abc"), "abc");
  }

  private int predict(String words, String... more) {
    return machine.run("predict event --json " + folder.resolve("log") + " " + words, more);
  }

  private void assertPcr(int pcr, String value) {
    assertTrue(machine.out().contains("\"" + pcr + "\":\"" + value + "\""), machine.out());
  }

  // Each value: printf '%040d%s' 0 DIGEST | xxd -r -p | sha1sum
  private static final String OF_ABC = "ccd5bd41458de644ac34a2478b58ff819bef5acf";

  @Test
  void measuresAFileInThePlaceOfAnEvent() {
    assertEquals(0, predict("--file 0=" + folder.resolve("abc")), machine.err());
    assertPcr(0, OF_ABC);
    assertTrue(machine.out().contains("\"changed\":[0]"), machine.out());
    assertTrue(
        machine
            .out()
            .contains(
                "\"changes\":[{\"event\":0,\"pcr\":0,\"type\":\"EV_S_CRTM_VERSION\",\"what\":\""),
        machine.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--text 0=abc",
    "--data 0=616263",
    "--digest 0:sha1=a9993e364706816aba3e25717850c26c9cd0d89d"
  })
  void orWordsOctetsAndADigest(String words) {
    assertEquals(0, predict(words), machine.err());
    assertPcr(0, OF_ABC);
  }

  @Test
  void knowsWhatGrubMeasured() {
    assertEquals(
        0,
        predict("--grub-file /vmlinuz=" + folder.resolve("abc"), "--kernel-command-line", "abc"),
        machine.err());
    assertPcr(8, OF_ABC);
    assertPcr(9, OF_ABC);
    assertTrue(machine.out().contains("\"changed\":[8,9]"), machine.out());
  }

  @Test
  void leavesEventsOutAndMeasuresBehindTheLog() {
    assertEquals(0, predict("--without 0 --then 15=" + folder.resolve("abc")), machine.err());
    assertPcr(0, "00".repeat(20));
    assertPcr(15, OF_ABC);
    assertTrue(machine.out().contains("{\"pcr\":15,\"what\":\""), machine.out());
  }

  @Test
  void inWordsMarksWhatIsNotAsBefore() {
    assertEquals(0, machine.run("predict event " + folder.resolve("log") + " --text 0=abc"));
    assertTrue(machine.out().startsWith("sha1  0  " + OF_ABC + "  changed\nsha1  8  "));
    assertTrue(machine.out().endsWith("\nevent 0, PCR 0, EV_S_CRTM_VERSION  abc\n"), machine.out());
  }

  @ParameterizedTest
  @CsvSource({
    "--text 99=x, '--text: the log has events 0 to 2, not 99'",
    "--without -1, '--without: the log has events 0 to 2, not -1'",
    "--text x=y, '\"x\" is not a number'",
    "--digest 0=sha1=00, 'a digest of an event is written as N:BANK=HEX'",
    "--digest 0:sha256=00, 'a sha256 digest has 32 bytes, this one 1'",
    "--initrd /dev/null, '--initrd: the log has no event of an initrd'",
    "--grub-file /none=/dev/null, '--grub-file: the log has no event of the file /none'",
    "--file 0=/none, '/none: no such file or directory'",
    "--then -1=/dev/null, '--then: a PCR is a number from 0 on, was -1'"
  })
  void endsWithTwoForWhatIsNotInTheLog(String words, String complaint) {
    assertEquals(2, predict(words));
    assertTrue(machine.err().contains(complaint), machine.err());
  }

  @Test
  void predictsOnlyBanksInWhichADigestIsKnown() {
    assertEquals(2, predict("--digest 0:sha256=" + "00".repeat(32)));
    assertTrue(
        machine.err().contains("no bank has a digest of everything that changes"), machine.err());
  }

  @Test
  void endsWithOneForWhatIsNoLog() {
    machine.in((byte) 1, (byte) 2);
    assertEquals(1, machine.run("predict event - --text 0=x"));
    assertTrue(machine.err().contains("must be an event log"), machine.err());
  }
}
