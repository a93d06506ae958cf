package org.tssj.tpm20.file;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm20.structure.object.Public;

/**
 * The two files of an object as tpm2-tools and others keep them: TPM2B_PUBLIC and TPM2B_PRIVATE.
 *
 * <p>tpm2-tools write the first with {@code tpm2_create -u}, and with {@code tpm2_readpublic -o};
 * with {@code -f tpmt} it lacks its size, and is read too.
 */
public final class ObjectFiles {

  private static final Codec<Bytes> PRIVATE = Codecs.counted(2, 0xffff);

  private ObjectFiles() {}

  /**
   * Reads a public area, with or without its size.
   *
   * @throws org.tssj.core.wire.WireException if it is neither TPM2B_PUBLIC nor TPMT_PUBLIC
   */
  public static Public readPublic(Bytes file) {
    // Behind a type stand an algorithm and more, so that no type is the length of its own area.
    boolean sized = file.length() > 2 && new WireReader(file.toArray()).u16() == file.length() - 2;
    return sized ? Public.SIZED_CODEC.decode(file) : Public.CODEC.decode(file);
  }

  /** TPM2B_PUBLIC. */
  public static Bytes writePublic(Public area) {
    return Public.SIZED_CODEC.encode(area);
  }

  /**
   * Reads TPM2B_PRIVATE.
   *
   * @return what is behind the size, which {@code Tpm20.load} takes
   * @throws org.tssj.core.wire.WireException if the size does not fit
   */
  public static Bytes readPrivate(Bytes file) {
    return PRIVATE.decode(file);
  }

  /** TPM2B_PRIVATE of what {@code TPM2_Create} answered. */
  public static Bytes writePrivate(Bytes privateArea) {
    return PRIVATE.encode(privateArea);
  }
}
