package org.tssj.tpm12.structure.handle;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_RESOURCE_TYPE: what kind of thing a handle stands for.
 *
 * <p>TPM 1.2 handles do not tell their kind; whoever flushes or saves one has to say it.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 4.1 TPM_RESOURCE_TYPE"
 */
public record ResourceType(int value) implements WireNumber {

  private static final NumberNames<ResourceType> NAMES =
      new NumberNames<>("TPM_RT_", 8, ResourceType::new);

  /** TPM_RT_KEY: a loaded key. */
  public static final ResourceType KEY = NAMES.name("KEY", 0x1);

  /** TPM_RT_AUTH: an OIAP, OSAP or DSAP session. */
  public static final ResourceType AUTH = NAMES.name("AUTH", 0x2);

  /** TPM_RT_HASH: a SHA-1 thread. */
  public static final ResourceType HASH = NAMES.name("HASH", 0x3);

  /** TPM_RT_TRANS: a transport session. */
  public static final ResourceType TRANS = NAMES.name("TRANS", 0x4);

  /** TPM_RT_CONTEXT: saved contexts, asked for and flushed together. */
  public static final ResourceType CONTEXT = NAMES.name("CONTEXT", 0x5);

  /** TPM_RT_COUNTER: a monotonic counter. */
  public static final ResourceType COUNTER = NAMES.name("COUNTER", 0x6);

  /** TPM_RT_DELEGATE: a row of the delegation table. */
  public static final ResourceType DELEGATE = NAMES.name("DELEGATE", 0x7);

  /** TPM_RT_DAA_TPM: a DAA session, or the TPM part of its data. */
  public static final ResourceType DAA_TPM = NAMES.name("DAA_TPM", 0x8);

  /** TPM_RT_DAA_V0: the DAA parameter v0. */
  public static final ResourceType DAA_V0 = NAMES.name("DAA_V0", 0x9);

  /** TPM_RT_DAA_V1: the DAA parameter v1. */
  public static final ResourceType DAA_V1 = NAMES.name("DAA_V1", 0xa);

  /** TPM_RESOURCE_TYPE: four octets. */
  public static final Codec<ResourceType> CODEC =
      Codecs.number32("TPM_RESOURCE_TYPE", ResourceType::new);

  /** The constant with this name, with or without {@code TPM_RT_}, in either case. */
  public static Optional<ResourceType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
