package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.MlParameterSets;

/**
 * TPMS_TAGGED_PROPERTY: a property of the TPM and its value: a number, four characters, an
 * algorithm or a set of attributes, as {@link PropertyTag} says.
 *
 * @param property which
 * @param value its value, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 2, Table 102 TPMS_TAGGED_PROPERTY"
 */
public record TaggedProperty(PropertyTag property, long value) {

  /** TPMS_TAGGED_PROPERTY: the fields in this order. */
  public static final Codec<TaggedProperty> CODEC =
      struct(
          "TPMS_TAGGED_PROPERTY",
          TaggedProperty::new,
          field("property", PropertyTag.CODEC, TaggedProperty::property),
          u32("value", TaggedProperty::value));

  /**
   * The value as a person reads it: {@code IFX} for a manufacturer, {@code 1.64} for a revision,
   * the names of attributes and algorithms, and decimal digits for what is a number.
   */
  public String text() {
    int bits = (int) value;
    if (property.equals(PropertyTag.FAMILY_INDICATOR)
        || property.equals(PropertyTag.MANUFACTURER)
        || property.value() >= PropertyTag.VENDOR_STRING_1.value()
            && property.value() <= PropertyTag.VENDOR_STRING_4.value()) {
      return characters();
    }
    if (property.equals(PropertyTag.REVISION) || property.equals(PropertyTag.PS_REVISION)) {
      return String.format(Locale.ROOT, "%d.%02d", value / 100, value % 100);
    }
    if (property.equals(PropertyTag.FIRMWARE_VERSION_1)
        || property.equals(PropertyTag.FIRMWARE_VERSION_2)) {
      return hex();
    }
    if (property.equals(PropertyTag.CONTEXT_HASH) || property.equals(PropertyTag.CONTEXT_SYM)) {
      return new AlgorithmId(bits).toString();
    }
    if (property.equals(PropertyTag.PS_FAMILY_INDICATOR)) {
      return new PlatformSpecific(bits).toString();
    }
    if (property.equals(PropertyTag.MEMORY)) {
      return new MemoryAttributes(bits).toString();
    }
    if (property.equals(PropertyTag.MODES)) {
      return new ModesAttributes(bits).toString();
    }
    if (property.equals(PropertyTag.PERMANENT)) {
      return new PermanentAttributes(bits).toString();
    }
    if (property.equals(PropertyTag.STARTUP_CLEAR)) {
      return new StartupClearAttributes(bits).toString();
    }
    if (property.equals(PropertyTag.ML_PARAMETER_SETS)) {
      return new MlParameterSets(bits).toString();
    }
    return Long.toString(value);
  }

  /** Four characters but the NULs at the end; hexadecimal if anything else does not print. */
  private String characters() {
    String text = new String(Codecs.U32.encode(value).toArray(), StandardCharsets.ISO_8859_1);
    String plain = text.replaceFirst("\\x00*$", "");
    return plain.chars().allMatch(each -> each >= ' ' && each <= '~') ? plain : hex();
  }

  private String hex() {
    return String.format("0x%08x", value);
  }

  /** The property's name and its value as a person reads it. */
  @Override
  public String toString() {
    return property + "=" + text();
  }
}
