package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.FakeMachine;

class PredictGrubVerbTest {

  // printf '%040d%s' 0 $(printf abc | sha1sum) | xxd -r -p | sha1sum
  private static final String OF_ABC = "ccd5bd41458de644ac34a2478b58ff819bef5acf";

  @TempDir Path folder;
  private final FakeMachine machine = new FakeMachine();

  private int predict(String list, String words) {
    machine.in(list.getBytes(UTF_8));
    return machine.run("predict grub --json - --bank sha1 " + words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grub_cmd: abc", "kernel_cmdline: abc", "module_cmdline: abc"})
  void measuresWordsIntoPcr8(String line) {
    assertEquals(0, predict("# what GRUB does\n\n" + line + "\n", ""), machine.err());
    assertTrue(
        machine
            .out()
            .startsWith(
                "{\"sha1\":{\"8\":\""
                    + OF_ABC
                    + "\",\"9\":\""
                    + "0".repeat(40)
                    + "\"},\"extends\":["
                    + "{\"pcr\":8,\"what\":\""
                    + line
                    + "\",\"digests\":{\"sha1\":\"a9993e36"),
        machine.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/boot/abc", "(hd0,gpt2)/boot/abc", "stub_initrd: /boot/a /boot/bc"})
  void measuresFilesIntoPcr9(String line) throws IOException {
    Files.createDirectory(folder.resolve("boot"));
    Files.writeString(folder.resolve("boot/abc"), "abc");
    Files.writeString(folder.resolve("boot/a"), "a");
    Files.writeString(folder.resolve("boot/bc"), "bc");
    assertEquals(0, predict(line, "--root " + folder), machine.err());
    assertTrue(machine.out().contains("\"9\":\"" + OF_ABC + "\""), machine.out());
  }

  @Test
  void measuresTheLoadOptionsOfTheStubInUtf16WithANul() {
    assertEquals(0, predict("stub_cmdline: ro", ""), machine.err());
    // printf 'r\0o\0\0\0' | sha1sum
    assertTrue(
        machine.out().contains("\"sha1\":\"df5d83e5d3beed1f6f9bf0da9ca0c8292c03bd09\""),
        machine.out());
  }

  @Test
  void inWordsShowsEveryExtend() {
    machine.in("grub_cmd: abc\ngrub_cmd: def\n".getBytes(UTF_8));
    assertEquals(0, machine.run("predict grub - --bank sha1"), machine.err());
    assertTrue(
        machine
            .out()
            .startsWith(
                "extend  a9993e364706816aba3e25717850c26c9cd0d89d  grub_cmd: abc\n"
                    + "extend  589c22335a381f122d129225f5c0ba3056ed5811  grub_cmd: def\nPCR 8   "),
        machine.out());
  }

  @ParameterizedTest
  @CsvSource({
    "1, linux /vmlinuz, 'line 1: must be grub_cmd:'",
    "1, 'grub_cmd: x\nwhat', 'line 2: must be grub_cmd:'",
    "1, stub_initrd: x, 'line 1: must be grub_cmd:'",
    "2, /none, '/none: no such file or directory'"
  })
  void saysWhichLineIsWrong(int exitCode, String list, String complaint) {
    assertEquals(exitCode, predict(list, ""));
    assertTrue(machine.err().contains(complaint), machine.err());
  }
}
