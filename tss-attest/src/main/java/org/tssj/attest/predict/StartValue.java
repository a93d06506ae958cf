package org.tssj.attest.predict;

import java.util.Arrays;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * What a PCR holds before the first measurement. The rules have names, because a wrong start is the
 * commonest cause of a prediction that does not come true.
 */
public sealed interface StartValue {

  /**
   * The value in this bank.
   *
   * @throws IllegalArgumentException if there is none of this bank's size
   */
  Bytes in(Bank bank);

  /** The rule in words. */
  String rule();

  /** All zeros: after TPM reset, PCRs 0 to 16 and 23; after a dynamic launch, 17 to 22. */
  record Zeros() implements StartValue {
    @Override
    public Bytes in(Bank bank) {
      return Bytes.zeros(bank.size());
    }

    @Override
    public String rule() {
      return "zeros";
    }
  }

  /** All ones: PCRs 17 to 22 as long as no dynamic launch has set them to zeros. */
  record Ones() implements StartValue {
    @Override
    public Bytes in(Bank bank) {
      byte[] ones = new byte[bank.size()];
      Arrays.fill(ones, (byte) 0xff);
      return Bytes.wrap(ones);
    }

    @Override
    public String rule() {
      return "ones: no dynamic launch yet";
    }
  }

  /**
   * Zeros with the locality of TPM2_Startup in the last octet: PCR 0 where the platform says so in
   * the StartupLocality event of its log.
   *
   * @param locality 0, 3, or 4 where a hardware root of trust (H-CRTM) measured before startup
   */
  record StartupLocality(int locality) implements StartValue {
    public StartupLocality {
      if (locality != 0 && locality != 3 && locality != 4) {
        throw new IllegalArgumentException(
            "a TPM starts from locality 0 or 3, or 4 after H-CRTM, not from " + locality);
      }
    }

    @Override
    public Bytes in(Bank bank) {
      byte[] value = new byte[bank.size()];
      value[value.length - 1] = (byte) locality;
      return Bytes.wrap(value);
    }

    @Override
    public String rule() {
      return "startup from locality " + locality;
    }
  }

  /**
   * A value that is known: a prediction goes on from a PCR as it is now.
   *
   * @param value of one bank's size
   */
  record Known(Bytes value) implements StartValue {
    @Override
    public Bytes in(Bank bank) {
      if (value.length() != bank.size()) {
        throw new IllegalArgumentException(
            "a value of the "
                + bank
                + " bank has "
                + bank.size()
                + " bytes, this start "
                + value.length());
      }
      return value;
    }

    @Override
    public String rule() {
      return "a known value";
    }
  }

  /**
   * The rule for a PCR of a PC after TPM reset, when nothing else is known: zeros, or ones for PCRs
   * 17 to 22, which only a dynamic launch sets to zeros. For PCR 0 a log may say otherwise.
   */
  static StartValue ofPcr(int index) {
    return 17 <= index && index <= 22 ? new Ones() : new Zeros();
  }

  /** The rule for a PCR of a PC after a dynamic launch (TXT, SKINIT): zeros. */
  static StartValue afterDynamicLaunch() {
    return new Zeros();
  }
}
