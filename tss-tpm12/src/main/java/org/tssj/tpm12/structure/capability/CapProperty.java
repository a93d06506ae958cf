package org.tssj.tpm12.structure.capability;

import java.util.Collection;
import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_CAP_PROPERTY: a property, the sub-capability of TPM_CAP_PROPERTY.
 *
 * <p>"Now" means that the number changes with what is loaded.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 21.2 CAP_PROPERTY Subcap values for CAP_PROPERTY"
 */
public record CapProperty(int value) implements WireNumber {

  private static final NumberNames<CapProperty> NAMES =
      new NumberNames<>("TPM_CAP_PROP_", 8, CapProperty::new);

  /** TPM_CAP_PROP_PCR: how many PCRs there are. */
  public static final CapProperty PCR = NAMES.name("PCR", 0x101);

  /** TPM_CAP_PROP_DIR: how many data integrity registers there are. */
  public static final CapProperty DIR = NAMES.name("DIR", 0x102);

  /** TPM_CAP_PROP_MANUFACTURER: four letters for the manufacturer. */
  public static final CapProperty MANUFACTURER = NAMES.name("MANUFACTURER", 0x103);

  /** TPM_CAP_PROP_KEYS: how many 2048-bit keys can be loaded now. */
  public static final CapProperty KEYS = NAMES.name("KEYS", 0x104);

  /** TPM_CAP_PROP_MIN_COUNTER: tenths of a second between two increments of a counter. */
  public static final CapProperty MIN_COUNTER = NAMES.name("MIN_COUNTER", 0x107);

  /** TPM_CAP_PROP_AUTHSESS: authorisation sessions that can be opened now. */
  public static final CapProperty AUTHSESS = NAMES.name("AUTHSESS", 0x10a);

  /**
   * TPM_CAP_PROP_TRANSESS: transport sessions that can be opened now. TSS headers write
   * TPM_CAP_PROP_TRANSSESS.
   */
  public static final CapProperty TRANSESS = NAMES.name("TRANSESS", 0x10b);

  /** TPM_CAP_PROP_COUNTERS: counters that can be made now. */
  public static final CapProperty COUNTERS = NAMES.name("COUNTERS", 0x10c);

  /** TPM_CAP_PROP_MAX_AUTHSESS: authorisation sessions at most. */
  public static final CapProperty MAX_AUTHSESS = NAMES.name("MAX_AUTHSESS", 0x10d);

  /** TPM_CAP_PROP_MAX_TRANSESS: transport sessions at most. */
  public static final CapProperty MAX_TRANSESS = NAMES.name("MAX_TRANSESS", 0x10e);

  /** TPM_CAP_PROP_MAX_COUNTERS: counters at most. */
  public static final CapProperty MAX_COUNTERS = NAMES.name("MAX_COUNTERS", 0x10f);

  /** TPM_CAP_PROP_MAX_KEYS: loaded 2048-bit keys at most, without EK and SRK. */
  public static final CapProperty MAX_KEYS = NAMES.name("MAX_KEYS", 0x110);

  /** TPM_CAP_PROP_OWNER: whether there is an owner: a BOOL. */
  public static final CapProperty OWNER = NAMES.name("OWNER", 0x111);

  /** TPM_CAP_PROP_CONTEXT: sessions that can be saved now. */
  public static final CapProperty CONTEXT = NAMES.name("CONTEXT", 0x112);

  /** TPM_CAP_PROP_MAX_CONTEXT: saved sessions at most. */
  public static final CapProperty MAX_CONTEXT = NAMES.name("MAX_CONTEXT", 0x113);

  /** TPM_CAP_PROP_FAMILYROWS: rows of the family table. */
  public static final CapProperty FAMILYROWS = NAMES.name("FAMILYROWS", 0x114);

  /** TPM_CAP_PROP_TIS_TIMEOUT: four time-outs of the bus, in microseconds. */
  public static final CapProperty TIS_TIMEOUT = NAMES.name("TIS_TIMEOUT", 0x115);

  /** TPM_CAP_PROP_STARTUP_EFFECT: what start-up does to loaded things: TPM_STARTUP_EFFECTS. */
  public static final CapProperty STARTUP_EFFECT = NAMES.name("STARTUP_EFFECT", 0x116);

  /** TPM_CAP_PROP_DELEGATE_ROW: rows of the delegation table. */
  public static final CapProperty DELEGATE_ROW = NAMES.name("DELEGATE_ROW", 0x117);

  /** TPM_CAP_PROP_MAX_DAASESS: DAA sessions at most. */
  public static final CapProperty MAX_DAASESS = NAMES.name("MAX_DAASESS", 0x119);

  /** TPM_CAP_PROP_DAASESS: DAA sessions that can be opened now. */
  public static final CapProperty DAASESS = NAMES.name("DAASESS", 0x11a);

  /** TPM_CAP_PROP_CONTEXT_DIST: how far apart the counts of saved sessions may be. */
  public static final CapProperty CONTEXT_DIST = NAMES.name("CONTEXT_DIST", 0x11b);

  /**
   * TPM_CAP_PROP_DAA_INTERRUPT: whether other commands may come between those of a DAA session: a
   * BOOL.
   */
  public static final CapProperty DAA_INTERRUPT = NAMES.name("DAA_INTERRUPT", 0x11c);

  /** TPM_CAP_PROP_SESSIONS: sessions of both kinds that can be opened now. */
  public static final CapProperty SESSIONS = NAMES.name("SESSIONS", 0x11d);

  /** TPM_CAP_PROP_MAX_SESSIONS: sessions of both kinds at most. */
  public static final CapProperty MAX_SESSIONS = NAMES.name("MAX_SESSIONS", 0x11e);

  /**
   * TPM_CAP_PROP_CMK_RESTRICTION: TPM_CMK_DELEGATE: which restricted-migration keys delegated
   * owners may make.
   */
  public static final CapProperty CMK_RESTRICTION = NAMES.name("CMK_RESTRICTION", 0x11f);

  /** TPM_CAP_PROP_DURATION: how long small, medium and long commands take, in microseconds. */
  public static final CapProperty DURATION = NAMES.name("DURATION", 0x120);

  /**
   * TPM_CAP_PROP_ACTIVE_COUNTER: the counter that can be incremented since start-up, 0xffffffff for
   * none yet.
   */
  public static final CapProperty ACTIVE_COUNTER = NAMES.name("ACTIVE_COUNTER", 0x122);

  /**
   * TPM_CAP_PROP_MAX_NV_AVAILABLE: NV octets that can still be defined; not reliable,
   * TPM_NV_INDEX_TRIAL is.
   */
  public static final CapProperty MAX_NV_AVAILABLE = NAMES.name("MAX_NV_AVAILABLE", 0x123);

  /** TPM_CAP_PROP_INPUT_BUFFER: octets of the largest command and answer. */
  public static final CapProperty INPUT_BUFFER = NAMES.name("INPUT_BUFFER", 0x124);

  /** TPM_CAP_PROPERTY: four octets. */
  public static final Codec<CapProperty> CODEC =
      Codecs.number32("TPM_CAP_PROPERTY", CapProperty::new);

  /** The constant with this name, with or without {@code TPM_CAP_PROP_}, in either case. */
  public static Optional<CapProperty> named(String name) {
    return NAMES.named(name);
  }

  /** All properties with a name, in the order of their numbers. */
  public static Collection<CapProperty> all() {
    return NAMES.all();
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
