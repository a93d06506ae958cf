package org.tssj.simulator.program;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

/**
 * Small files of a launch by Intel TXT and of a unified kernel image, as whole as their readers
 * want them: those that the tests of the verbs put together. {@code 33*572} stands for 572 octets
 * 0x33.
 */
final class LaunchFiles {

  private static final Map<String, String> FILES =
      Map.of(
          "sinit.bin",
          "02000000a1 00*7 02b00080868000002808152040010000030004 00*9 "
              + "200000000005000008000000f005 00*66 400000008f000000 11*257 000000 22*256 33*572 "
              + "44*64",
          "heap.bin",
          "2c 00*7 03 00*8 70 00*7 01 00*6 4800000001 00*7 0c 00*7 0e0e0e0e84 00*7 "
              + "07000000010000000010 00*8 06000000000040 00*40 80 00*7 02 00*6 010200000090 00*6 "
              + "0800000018000000 08*16 0000000008000000",
          "policy.bin",
          "02000001 00*7 0200ff 00*6 8113 00*6",
          "tboot.elf",
          "7f454c46010101 00*9 0200030001 00*7 34 00*11 3400200001 00*7 0100000054 00*12 "
              + "0100000002000007000000001000005aac82906f47a7740f 5c55a2cb51b642340000000100020010 "
              + "00*12 0200002700000080000000a0000000 ab*204",
          "linux.efi",
          "4d5a 00*58 4000000050450000648602 00*17 2e636d646c696e65100000000010000010000000a8 "
              + "00*19 2e6c696e757800000e000000001000000e000000b8 00*19 "
              + "73656374696f6e20636d646c696e650a73656374696f6e20 6c696e75780a");

  private LaunchFiles() {}

  static void write(Path folder) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      for (String token : file.getValue().split(" ")) {
        String[] parts = token.split("\\*");
        String hex = parts.length == 1 ? token : parts[0].repeat(Integer.parseInt(parts[1]));
        out.write(HexFormat.of().parseHex(hex));
      }
      Files.write(folder.resolve(file.getKey()), out.toByteArray());
    }
  }
}
