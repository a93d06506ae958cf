package org.tssj.attest.predict;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * What a PCR will hold when these measurements have been extended into it, in this order.
 *
 * <pre>{@code
 * PcrPrediction.of(16)
 *     .then(Measurement.ofFile(Path.of("rootfs.img"), List.of(Bank.SHA256)))
 *     .value(Bank.SHA256)
 * }</pre>
 *
 * @param pcr the index
 * @param start what it holds before
 * @param measurements in the order of their extends
 */
public record PcrPrediction(int pcr, StartValue start, List<Measurement> measurements) {

  public PcrPrediction {
    if (pcr < 0) {
      throw new IllegalArgumentException("a PCR index is not negative, this one is " + pcr);
    }
    measurements = List.copyOf(measurements);
  }

  /** Nothing measured yet, from the start that {@link StartValue#ofPcr} gives. */
  public static PcrPrediction of(int pcr) {
    return of(pcr, StartValue.ofPcr(pcr));
  }

  /** Nothing measured yet. */
  public static PcrPrediction of(int pcr, StartValue start) {
    return new PcrPrediction(pcr, start, List.of());
  }

  /** This and then one more. For long lists there is the constructor. */
  public PcrPrediction then(Measurement next) {
    List<Measurement> more = new ArrayList<>(measurements);
    more.add(next);
    return new PcrPrediction(pcr, start, more);
  }

  /**
   * The value at the end.
   *
   * @throws IllegalArgumentException if a measurement has no digest of this bank, or the start no
   *     value
   */
  public Bytes value(Bank bank) {
    return story(bank).value();
  }

  /**
   * The values at the end in several banks.
   *
   * @throws IllegalArgumentException as {@link #value}
   */
  public PcrValues values(Iterable<Bank> banks) {
    PcrValues values = PcrValues.NONE;
    for (Bank bank : banks) {
      values = values.with(bank, pcr, value(bank));
    }
    return values;
  }

  /**
   * How the value comes about, with every value in between.
   *
   * @throws IllegalArgumentException as {@link #value}
   */
  public PcrStory story(Bank bank) {
    List<PcrStory.Step> steps = new ArrayList<>(measurements.size());
    Bytes first = start.in(bank);
    Bytes value = first;
    for (Measurement measurement : measurements) {
      Bytes digest = measurement.digests().get(bank);
      if (digest == null) {
        throw new IllegalArgumentException(
            "measurement "
                + (steps.size() + 1)
                + " of PCR "
                + pcr
                + " ("
                + measurement.what()
                + ") has no digest of the "
                + bank
                + " bank");
      }
      value = Hashes.extend(bank, value, digest);
      steps.add(new PcrStory.Step(measurement.what(), digest, value));
    }
    return new PcrStory(pcr, bank, start.rule(), first, steps);
  }
}
