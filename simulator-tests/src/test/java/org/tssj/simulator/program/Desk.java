package org.tssj.simulator.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.cli.Main;
import org.tssj.cli.Manual;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.manual.Argument;
import org.tssj.cli.manual.VerbPage;
import org.tssj.simulator.attest.HandMadeBoot;

/**
 * A folder with the files that the examples name, and a TPM 2.0 of its own.
 *
 * @param folder where they lie
 */
record Desk(Path folder) {

  static final String OWNER = "OWNER";
  static final String TPM = "TSSJ_TPM";

  /** What a run in this process said. */
  record Said(int exitCode, String out, String err) {}

  /** Puts the files there. */
  static Desk laid(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(folder.resolve("vmlinuz"), "a kernel");
    Files.writeString(folder.resolve("message"), "a message\n");
    Files.writeString(folder.resolve("grub.list"), "grub_cmd: linux /vmlinuz ro\n/vmlinuz\n");
    LaunchFiles.write(folder);
    Files.writeString(folder.resolve("mine.pem"), privateKey());
    // PCR 7, EV_SEPARATOR, in the format of TPM 1.2.
    octets(
        folder.resolve("event.log"),
        "07000000 04000000 9069ca78e7450a285173431b3e52c5c25299e473 04000000 00000000");
    Files.writeString(
        folder.resolve("ima.log"),
        "10 3bb2104b61e34137d5efa5592a3e0df0a1d313d8 ima-ng"
            + " sha1:abababababababababababababababababababab /bin/true\n");
    // TPM2_GetRandom of 8 octets, alone and recorded.
    octets(folder.resolve("command.bin"), "8001 0000000c 0000017b 0008");
    Files.writeString(
        folder.resolve("tpm.trace"),
        "tssj-trace 1 secrets=no\n> 0.000100 80010000000c0000017b0008\n"
            + "< 0.000900 800100000014000000000008"
            + "..".repeat(8)
            + "\n");
    HandMadeBoot.write(folder.resolve("evidence.json"), folder.resolve("machine.pem"));
    Path root = Path.of(System.getProperty("tssj.root", ".."));
    String page = Files.readString(root.resolve("docs/reference/predict-tboot.md"));
    int from = page.indexOf("```json\n") + 8;
    Files.writeString(
        folder.resolve("launch.json"), page.substring(from, page.indexOf("```", from)));
    return new Desk(folder);
  }

  private static String privateKey() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      byte[] octets = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(octets)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void octets(Path file, String hex) throws IOException {
    Files.write(file, HexFormat.of().parseHex(hex.replace(" ", "")));
  }

  /** The connection string of its TPM. */
  String tpm() {
    return "libtpms:family=2.0,state=" + folder.resolve("state");
  }

  /** Runs the program in this process, with more variables, some of which may be {@link #TPM}. */
  Said run(Map<String, String> variables, List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Environment machine =
        new Environment(
            name -> variables.getOrDefault(name, name.equals(TPM) ? tpm() : null),
            path -> false,
            "Linux",
            new ByteArrayInputStream(new byte[0]),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            prompt -> Optional.empty());
    int exitCode = Main.run(machine, words.toArray(String[]::new));
    return new Said(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The words of the example that is of the verb, without tpm, its files by their whole names. */
  List<String> words(VerbPage verb) {
    return words(verb, lines(verb).stream().filter(line -> isOf(verb, line)).findFirst().get());
  }

  private static List<String> lines(VerbPage verb) {
    return Manual.examples().get(verb.name()).lines();
  }

  private static boolean isOf(VerbPage verb, String line) {
    return line.startsWith("tpm " + verb.name());
  }

  /** What the example types before that: other verbs. */
  List<List<String>> before(VerbPage verb) {
    List<List<String>> all = new ArrayList<>();
    for (String line : lines(verb)) {
      if (isOf(verb, line)) {
        break;
      }
      VerbPage other = Manual.pages().stream().filter(page -> isOf(page, line)).findFirst().get();
      all.add(words(other, line));
    }
    return all;
  }

  private List<String> words(VerbPage verb, String line) {
    List<Argument> parameters = verb.own().stream().filter(Argument::isParameter).toList();
    List<String> words = new ArrayList<>(List.of(verb.name().split(" ")));
    String[] typed = line.replaceFirst(" [<>].*", "").split(" +");
    int parameter = 0;
    for (int k = 1 + words.size(); k < typed.length; k++) {
      words.add(typed[k]);
      if (!typed[k].startsWith("--")) {
        Argument argument = parameters.get(Math.min(parameter++, parameters.size() - 1));
        words.set(words.size() - 1, whole(argument, typed[k]));
      } else {
        String name = typed[k];
        Argument option =
            verb.arguments().stream().filter(a -> a.names().contains(name)).findFirst().get();
        if (!option.label().isEmpty()) {
          words.add(whole(option, typed[++k]));
        }
      }
    }
    return words;
  }

  private String whole(Argument argument, String value) {
    boolean isFile = argument.values().isFile() && !value.startsWith("0x");
    return isFile ? folder.resolve(value).toString() : value;
  }
}
