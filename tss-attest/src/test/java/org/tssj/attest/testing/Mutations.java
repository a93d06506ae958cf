package org.tssj.attest.testing;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.tssj.core.Bytes;

/** Octets as nobody wrote them: the same ones in every run, since the seed is. */
public final class Mutations {

  private static final int[] ODD = {0x00, 0x01, 0x7f, 0x80, 0xff};

  private Mutations() {}

  /** Gives {@code count} variants: octets changed, cut off, doubled, moved. */
  public static void of(Bytes model, long seed, int count, Consumer<Bytes> reader) {
    Random random = new Random(seed);
    for (int i = 0; i < count; i++) {
      byte[] octets = model.toArray();
      for (int n = random.nextInt(4); n >= 0 && octets.length > 4; n--) {
        octets = changed(octets, random);
      }
      reader.accept(Bytes.wrap(octets));
    }
  }

  private static byte[] changed(byte[] octets, Random random) {
    int at = random.nextInt(octets.length);
    int run = Math.min(1 + random.nextInt(8), octets.length - at);
    switch (random.nextInt(5)) {
      case 0 -> octets[at] = (byte) random.nextInt();
      case 1 -> Arrays.fill(octets, at, at + run, (byte) ODD[random.nextInt(ODD.length)]);
      case 2 -> {
        return Arrays.copyOf(octets, at);
      }
      case 3 -> System.arraycopy(octets, random.nextInt(octets.length - run + 1), octets, at, run);
      default -> {
        byte[] longer = Arrays.copyOf(octets, octets.length + run);
        System.arraycopy(octets, at, longer, at + run, octets.length - at);
        return longer;
      }
    }
    return octets;
  }
}
