package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;

class PredictTbootVerbTest {

  private final FakeMachine machine = new FakeMachine();

  private int predict(String spec) {
    machine.in(spec.getBytes(UTF_8));
    return machine.run("predict tboot --json -");
  }

  /** The example of the documentation, whose values pcr-calc computes too. */
  private static String example() throws IOException {
    Path root = Path.of(System.getProperty("tssj.root", "."));
    String page = Files.readString(root.resolve("docs/reference/predict-tboot.md"));
    int from = page.indexOf("```json\n") + 8;
    return page.substring(from, page.indexOf("```", from));
  }

  @Test
  void isWhatTheDocumentationSays() throws IOException {
    assertEquals(0, predict(example()), machine.err());
    assertTrue(
        machine
            .out()
            .startsWith(
                "{\"sha1\":{\"17\":\"93f8eef553515a92ce95272bf17bd9f74ab490e0\","
                    + "\"18\":\"b221c2e6cbda1e4dfb814f92c07ece5ac5a1561f\","
                    + "\"19\":\"bf4b0ba3b6596c4e77f970ee72e494c97a56f2ca\"},\"extends\":[{\"pcr\":17,"
                    + "\"what\":\"SENTER\",\"digests\":{\"sha1\":\""),
        machine.out());
    assertTrue(
        machine
            .out()
            .endsWith(
                "{\"pcr\":19,\"what\":\"initrd\",\"digests\":{\"sha1\":"
                    + "\"0f966710ea480280eb1f846fc28899857d32cc7e\"}}]}\n"),
        machine.out());
  }

  @Test
  void measuresCapabilitiesAsPcrCalcDoesIfItIsTold() {
    assertEquals(
        0,
        predict(
            """
            {"mapping":"legacy","sinit":{"sha256":"0cd3ceafaede97e56c682da415728c00bebf2957745abd957f2ebf3805a2311e"},
             "mle":{"sha1":"002b53d299de71546306e873a22eb22dff3a99ed"},
             "platform":{"biosAcmId":"80000000201010220000b001ffffffffffffffff","scrtmStatus":1,
                         "capabilities":"0x2e","capabilitiesMeasured":true},
             "tboot":{"policy":{"hex":"02000003000000000000000200ff0000000000008113000000000000"}}}
            """));
    assertTrue(
        machine.out().contains("\"17\":\"4c236651eea302853c8ea51ecb42290a95e43753\""),
        machine.out());
  }

  @Nested
  class FromFiles {
    @TempDir Path folder;

    @Test
    void namesThemFromItsOwnFolderOn() throws IOException {
      Files.writeString(folder.resolve("kernel"), "KERNEL".repeat(1000));
      Files.writeString(folder.resolve("initrd"), "INITRD".repeat(777));
      String spec =
          example()
              .replace(
                  "{\"name\": \"kernel\", \"sha1\": \"f2fc5158f7f15bd2f154e246e843c51d36cb7ad3\"}",
                  "{\"file\": \"kernel\", \"commandLine\":"
                      + " \"/boot/vmlinuz-3.10 root=/dev/sda1 ro quiet\"}")
              .replace(
                  "{\"name\": \"initrd\", \"sha1\": \"0f966710ea480280eb1f846fc28899857d32cc7e\"}",
                  "{\"file\": \"initrd\", \"commandLine\": \"/boot/initrd.img\"}");
      Path file = Files.writeString(folder.resolve("launch.json"), spec);
      assertEquals(0, machine.run("predict tboot", file.toString()), machine.err());
      assertTrue(
          machine
              .out()
              .startsWith(
                  """
                  sha1
                    17  93f8eef553515a92ce95272bf17bd9f74ab490e0
                    18  b221c2e6cbda1e4dfb814f92c07ece5ac5a1561f
                    19  bf4b0ba3b6596c4e77f970ee72e494c97a56f2ca
                  """),
          machine.out());
    }

    @Test
    void endsWithTwoIfOneIsMissing() throws IOException {
      Path file =
          Files.writeString(
              folder.resolve("launch.json"),
              example().replace("{\"name\": \"kernel\",", "{\"file\": \"nothing\"},{"));
      assertEquals(2, machine.run("predict tboot", file.toString()));
      assertTrue(machine.err().contains("nothing: no such file"), machine.err());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | must have \"mapping\", was empty at offset 0x0000",
        "{\"mapping\":\"da\"} | mapping: must be \"legacy\" or \"details-authorities\", was \"da\"",
        "{\"mapping\":\"legacy\",\"banks\":[\"sha256\"]} | banks: must be [\"sha1\"]: the legacy",
        "{\"mapping\":\"legacy\",\"modules\":[]} | may have mapping, banks, sinit, senterFlags",
        "{\"mapping\":\"legacy\",\"platform\":{\"bios\":1}} | platform: may have heapVersion",
        "[] | must be an object, was an array",
        "{ | must be JSON",
      })
  void saysWhatIsWrongWithASpecification(String spec, String message) {
    assertEquals(1, predict(spec));
    assertTrue(machine.err().startsWith("tpm predict tboot: " + message), machine.err());
  }
}
