package org.tssj.attest.txt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.predict.Measurement;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.FileDigests;

/**
 * A module that tboot measures before it starts it: the kernel, the initrd.
 *
 * @param name in words
 * @param commandLine what is measured of the command line, without a NUL
 * @param image digests of the image as the boot loader puts it into memory: GRUB unpacks what is
 *     compressed unless it is told not to
 */
public record TbootModule(String name, Bytes commandLine, Map<Bank, Bytes> image) {

  public TbootModule {
    image = Map.copyOf(image);
  }

  /**
   * A module in a file, which is read once.
   *
   * @throws IOException if it cannot be read
   */
  public static TbootModule ofFile(
      Path file, String commandLine, CommandLineRule rule, Collection<Bank> banks)
      throws IOException {
    return new TbootModule(
        file.toString(), Bytes.utf8(rule.apply(commandLine)), FileDigests.of(file, banks));
  }

  /** A module in memory. */
  public static TbootModule ofImage(
      String name, Bytes image, String commandLine, CommandLineRule rule, Collection<Bank> banks) {
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    banks.forEach(bank -> digests.put(bank, Hashes.hash(bank, image)));
    return new TbootModule(name, Bytes.utf8(rule.apply(commandLine)), digests);
  }

  /** What is extended: in each bank a hash of the command line's and the image's hashes. */
  public Measurement measurement() {
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    image.forEach(
        (bank, digest) ->
            digests.put(bank, Hashes.hash(bank, Hashes.hash(bank, commandLine), digest)));
    return new Measurement(name, digests);
  }
}
