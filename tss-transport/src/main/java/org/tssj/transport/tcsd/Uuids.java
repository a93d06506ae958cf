package org.tssj.transport.tcsd;

import java.util.UUID;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Layout;
import org.tssj.core.wire.RandomValues;
import org.tssj.core.wire.WireReader;
import org.tssj.core.wire.WireWriter;

/** TSS_UUID: 16 octets, each part the high octet first, as a {@link UUID} has them. */
enum Uuids implements Codec<UUID> {
  CODEC;

  @Override
  public void write(UUID value, WireWriter out) {
    out.u64(value.getMostSignificantBits());
    out.u64(value.getLeastSignificantBits());
  }

  @Override
  public UUID read(WireReader in) {
    long most = in.u64();
    return new UUID(most, in.u64());
  }

  @Override
  public UUID random(RandomValues random) {
    return new UUID(random.bits64(), random.bits64());
  }

  @Override
  public Layout layout() {
    return new Layout.Octets(16);
  }
}
