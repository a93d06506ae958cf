package org.tssj.tpm12.structure.pcr;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;

/**
 * TPM_PCR_COMPOSITE: which PCRs, and their values. Its SHA-1 is what quotes sign and what keys and
 * data are sealed to.
 *
 * @param select which PCRs
 * @param pcrValue their values, 20 octets each, by ascending index: one for every PCR selected
 * @see "TPM 1.2 Main, Part 2, 8.2 TPM_PCR_COMPOSITE"
 */
public record PcrComposite(PcrBitmap select, List<Bytes> pcrValue) {

  private static final int VALUE_SIZE = Bank.SHA1.size();

  /** TPM_PCR_COMPOSITE: selection, octets of values, values. */
  public static final Codec<PcrComposite> CODEC =
      new OneValuePerPcr(
          struct(
              "TPM_PCR_COMPOSITE",
              PcrComposite::new,
              field("select", PcrSelection.CODEC, PcrComposite::select),
              field(
                  "pcrValue",
                  Codecs.sized(4, Codecs.listToEnd(Codecs.octets(VALUE_SIZE))),
                  PcrComposite::pcrValue)));

  public PcrComposite {
    pcrValue = List.copyOf(pcrValue);
    int selected = select.indices().size();
    if (pcrValue.size() != selected) {
      throw new IllegalArgumentException(
          selected
              + " PCRs are selected ("
              + select
              + "), but there are "
              + pcrValue.size()
              + " values");
    }
  }

  /**
   * The composite of these PCRs, in a selection of three octets or as many as the highest needs.
   *
   * @param values 20 octets by PCR index
   */
  public static PcrComposite of(Map<Integer, Bytes> values) {
    return of(PcrBitmap.of(values.keySet()), values);
  }

  /**
   * The composite of a selection, whose length is taken over.
   *
   * @param values 20 octets by PCR index, for at least every PCR selected
   * @throws IllegalArgumentException if one is missing
   */
  public static PcrComposite of(PcrBitmap select, Map<Integer, Bytes> values) {
    List<Bytes> inOrder = new ArrayList<>();
    for (int index : select.indices()) {
      Bytes value = values.get(index);
      if (value == null) {
        throw new IllegalArgumentException("there is no value for PCR " + index);
      }
      inOrder.add(value);
    }
    return new PcrComposite(select, inOrder);
  }

  /** TPM_COMPOSITE_HASH: the SHA-1 of this structure, 20 octets. */
  public Bytes digest() {
    return Bank.SHA1.hash(CODEC.encode(this));
  }

  /** A random selection seldom has as many values; everything else is the structure's own. */
  private record OneValuePerPcr(Codec<PcrComposite> struct) implements Codec<PcrComposite> {

    @Override
    public void write(PcrComposite value, WireWriter out) {
      struct.write(value, out);
    }

    @Override
    public PcrComposite read(WireReader in) {
      return struct.read(in);
    }

    @Override
    public PcrComposite random(RandomValues random) {
      PcrBitmap select = new PcrBitmap(random.bytes(random.below(4)));
      return new PcrComposite(
          select, select.indices().stream().map(index -> random.bytes(VALUE_SIZE)).toList());
    }

    @Override
    public Layout layout() {
      return struct.layout();
    }
  }
}
