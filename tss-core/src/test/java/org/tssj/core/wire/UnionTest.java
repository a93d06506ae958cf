package org.tssj.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;
import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.selector;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.testing.RoundTrips;

class UnionTest {

  record Alg(int value) implements WireNumber {
    static final Alg RSA = new Alg(1);
    static final Alg ECC = new Alg(0x23);
    static final Alg ECDSA = new Alg(0x18);
    static final Alg RSASSA = new Alg(0x14);
    static final Codec<Alg> CODEC = Codecs.number16("TPM_ALG_ID", Alg::new);
  }

  /** Two selectors share one record; the selector is kept inside. */
  sealed interface Scheme {
    Alg scheme();

    record Hashed(Alg scheme, int hash) implements Scheme {
      static final Codec<Hashed> CODEC =
          struct(
              "TPMS_SCHEME_HASH",
              Hashed::new,
              selected("scheme", Alg::new, Hashed::scheme),
              u16("hash", Hashed::hash));
    }

    Codec<Scheme> CODEC =
        Union.union("TPMU_ASYM_SCHEME", Scheme::scheme, Alg::new)
            .on(Alg.ECDSA, Hashed.class, Hashed.CODEC)
            .on(Alg.RSASSA, Hashed.class, Hashed.CODEC)
            .tagged("TPMT_SCHEME", "scheme", Alg.CODEC);
  }

  sealed interface Parms {
    Alg type();

    record Rsa(Scheme scheme) implements Parms {
      static final Codec<Rsa> CODEC =
          struct("RSA_PARMS", Rsa::new, field("scheme", Scheme.CODEC, Rsa::scheme));

      @Override
      public Alg type() {
        return Alg.RSA;
      }
    }

    record Ecc(int curve) implements Parms {
      static final Codec<Ecc> CODEC = struct("ECC_PARMS", Ecc::new, u16("curve", Ecc::curve));

      @Override
      public Alg type() {
        return Alg.ECC;
      }
    }

    Union<Parms> CODEC =
        Union.union("TPMU_PUBLIC_PARMS", Parms::type, Alg::new)
            .on(Alg.RSA, Rsa.class, Rsa.CODEC)
            .on(Alg.ECC, Ecc.class, Ecc.CODEC);
  }

  sealed interface Id {
    Alg type();

    record Modulus(Bytes n) implements Id {
      static final Codec<Modulus> CODEC =
          struct("TPM2B_PUBLIC_KEY_RSA", Modulus::new, bytes16("n", Modulus::n));

      @Override
      public Alg type() {
        return Alg.RSA;
      }
    }

    record Point(int x) implements Id {
      static final Codec<Point> CODEC = struct("TPMS_ECC_POINT", Point::new, u16("x", Point::x));

      @Override
      public Alg type() {
        return Alg.ECC;
      }
    }

    Union<Id> CODEC =
        Union.union("TPMU_PUBLIC_ID", Id::type, Alg::new)
            .on(Alg.RSA, Modulus.class, Modulus.CODEC)
            .on(Alg.ECC, Point.class, Point.CODEC);
  }

  record Public(int nameAlg, Parms parameters, Id unique) {
    static final Codec<Public> CODEC =
        struct(
            "TPMT_PUBLIC",
            Public::new,
            after(
                selector("type", Alg.CODEC, p -> p.parameters().type()),
                u16("nameAlg", Public::nameAlg)),
            field("parameters", Parms.CODEC, Public::parameters),
            field("unique", Id.CODEC, Public::unique));
  }

  sealed interface Attested {
    Alg tag();

    record Quote(int pcr) implements Attested {
      static final Codec<Quote> CODEC =
          struct("TPMS_QUOTE_INFO", Quote::new, u16("pcr", Quote::pcr));

      @Override
      public Alg tag() {
        return new Alg(0x8018);
      }
    }

    record Unknown(Alg tag, Bytes body) implements Attested {
      static final Codec<Unknown> CODEC =
          struct(
              "unknown",
              Unknown::new,
              selected("tag", Alg::new, Unknown::tag),
              rest("body", Unknown::body));
    }

    Codec<Attested> CODEC =
        Union.union("TPMU_ATTEST", Attested::tag, Alg::new)
            .on(new Alg(0x8018), Quote.class, Quote.CODEC)
            .otherwise(Unknown.class, Unknown.CODEC)
            .tagged("TPMS_ATTEST", "type", Alg.CODEC);
  }

  record Envelope(Attested attested, int after) {
    static final Codec<Envelope> CODEC =
        struct(
            "ENVELOPE",
            Envelope::new,
            sized16("attested", Attested.CODEC, Envelope::attested),
            u16("after", Envelope::after));
  }

  @Test
  void keepsItsSelectorAcrossASelectorInside() {
    assertWire(
        new Public(
            0xb,
            new Parms.Rsa(new Scheme.Hashed(Alg.RSASSA, 0xffff)),
            new Id.Modulus(Bytes.hex("c0ffee"))),
        "0001 000b 0014 ffff 0003 c0ffee",
        Public.CODEC);
  }

  @Test
  void tellsTwoSelectorsOfOneRecordApart() {
    assertWire(new Scheme.Hashed(Alg.ECDSA, 4), "0018 0004", Scheme.CODEC);
    assertWire(new Scheme.Hashed(Alg.RSASSA, 4), "0014 0004", Scheme.CODEC);
  }

  @Test
  void looksUpALazyArmOnlyWhenItIsUsed() {
    List<String> looked = new ArrayList<>();
    Union<Id> union =
        Union.union("TPMU_PUBLIC_ID", Id::type, Alg::new)
            .on(
                Alg.RSA,
                Id.Modulus.class,
                () -> {
                  looked.add("RSA");
                  return Id.Modulus.CODEC;
                });
    Codec<Id> tagged = union.tagged("TPMT_ID", "type", Alg.CODEC);
    assertEquals(List.of(), looked);
    assertWire(new Id.Modulus(Bytes.hex("c0ffee")), "0001 0003c0ffee", tagged);
    assertEquals("RSA", looked.get(0));
    assertEquals(
        "TPM2B_PUBLIC_KEY_RSA",
        ((Layout.Choice) union.layout()).arms().get(Alg.RSA.value()).name());
  }

  @Test
  void keepsWhatANewerTpmAnswers() {
    assertWire(
        new Envelope(new Attested.Unknown(new Alg(0x8099), Bytes.hex("0badcafe")), 7),
        "0006 8099 0badcafe 0007",
        Envelope.CODEC);
  }

  @Test
  void namesTheSelectorItHasNoArmFor() {
    assertRefused(
        "0002 000b 0000",
        "TPMT_PUBLIC.parameters: TPMU_PUBLIC_PARMS must be selected by one of its 2 arms, was"
            + " Alg[value=2] at offset 0x0004",
        Public.CODEC);
  }

  @Test
  void cannotWriteAnArmThatContradictsTheStructure() {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Public.CODEC.encode(
                    new Public(0xb, new Parms.Ecc(3), new Id.Modulus(Bytes.hex("01")))));
    assertEquals(
        "unique: TPMU_PUBLIC_ID: is of Alg[value=1], but the structure says Alg[value=35]",
        e.getMessage());
  }

  @Test
  void cannotWriteARecordUnderASelectorOfAnother() {
    assertThrows(
        IllegalArgumentException.class,
        () -> Scheme.CODEC.encode(new Scheme.Hashed(new Alg(0x15), 4)));
  }

  @Test
  void readsAsRandomlyAsItWrites() {
    RoundTrips.check(Public.CODEC, 1);
    RoundTrips.check(Envelope.CODEC, 2);
    RoundTrips.check(Scheme.CODEC, 3);
  }
}
