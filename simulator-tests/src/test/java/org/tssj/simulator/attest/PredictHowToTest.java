package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.transport.BuiltProgram;

/** What docs/how-to/predict.md shows in a terminal, typed and compared. */
class PredictHowToTest {

  @TempDir Path folder;

  /** A command as one types it, with the lines of its here-document, and what it prints. */
  private record Typed(String command, String printed) {}

  private static List<Typed> typed(String page) {
    List<Typed> typed = new ArrayList<>();
    Matcher blocks = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL).matcher(page);
    while (blocks.find()) {
      StringBuilder command = new StringBuilder();
      StringBuilder printed = new StringBuilder();
      for (String line : blocks.group(1).lines().toList()) {
        if (line.startsWith("$ ")) {
          add(command, printed, typed);
          command.append(line.substring(2)).append('\n');
        } else if (line.startsWith("> ") && printed.isEmpty()) {
          command.append(line.substring(2)).append('\n');
        } else {
          printed.append(line).append('\n');
        }
      }
      add(command, printed, typed);
    }
    return typed;
  }

  private static void add(StringBuilder command, StringBuilder printed, List<Typed> typed) {
    if (!command.isEmpty()) {
      typed.add(new Typed(command.toString(), printed.toString()));
    }
    command.setLength(0);
    printed.setLength(0);
  }

  private static Bytes event(int pcr, int type, String before, String words, String measured) {
    Bytes data = Bytes.utf8(before + words);
    return Bytes.join(
        u32(pcr), u32(type), Bank.SHA1.hash(Bytes.utf8(measured)), u32(data.length()), data);
  }

  private static Bytes u32(int value) {
    return Bytes.of((byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24));
  }

  /** A log of a boot by GRUB in the SHA-1 form. */
  private static Bytes log() {
    String line = "/vmlinuz root=/dev/sda1";
    return Bytes.join(
        event(0, 8, "", "version 1", "version 1"),
        event(8, 0xd, "grub_cmd: ", "linux " + line, "linux " + line),
        event(8, 0xd, "kernel_cmdline: ", line, line),
        event(9, 0xd, "", "/vmlinuz", "an old kernel"));
  }

  /** An image with the sections .linux and .cmdline. */
  private static Bytes image() {
    Bytes linux = Bytes.utf8("a kernel");
    Bytes words = Bytes.utf8("root=/dev/sda1 ro");
    int start = 88 + 80;
    return Bytes.join(
        Bytes.utf8("MZ"),
        Bytes.zeros(58),
        u32(64),
        Bytes.utf8("PE\0\0"),
        Bytes.hex("6486 0200"),
        Bytes.zeros(16),
        section(".linux", linux.length(), start),
        section(".cmdline", words.length(), start + linux.length()),
        linux,
        words);
  }

  private static Bytes section(String name, int length, int at) {
    return Bytes.join(
        Bytes.utf8(name),
        Bytes.zeros(8 - name.length()),
        u32(length),
        u32(0x1000),
        u32(length),
        u32(at),
        Bytes.zeros(16));
  }

  @Test
  void printsWhatThePageShows() throws Exception {
    Files.write(folder.resolve("boot.log"), log().toArray());
    Files.write(folder.resolve("linux.efi"), image().toArray());
    Path page = Path.of(System.getProperty("tssj.root", "..")).resolve("docs/how-to/predict.md");
    List<Typed> all = typed(Files.readString(page));
    List<Typed> printed = new ArrayList<>();
    for (Typed each : all) {
      printed.add(new Typed(each.command(), run(each.command())));
    }
    assertEquals(text(all), text(printed));
    assertEquals(15, all.size());
  }

  private static String text(List<Typed> typed) {
    StringBuilder text = new StringBuilder();
    typed.forEach(each -> text.append("$ ").append(each.command()).append(each.printed()));
    return text.toString();
  }

  private String run(String command) throws IOException, InterruptedException {
    String path = BuiltProgram.path().getParent() + ":" + System.getenv("PATH");
    Process process =
        new ProcessBuilder("env", "PATH=" + path, "sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
