package org.tssj.attest.eventlog.data;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.wire.WireException;

/**
 * UEFI_GPT_DATA: the partition table of a disk that was booted from.
 *
 * @param disk EFI_GUID of the disk; zeros in EV_EFI_GPT_EVENT2
 * @param partitions those that are in use
 * @see "TCG PC Client Platform Firmware Profile, 10.4.1; UEFI Specification, 5.3 GPT"
 */
public record PartitionTable(UUID disk, List<Partition> partitions) implements EventData {

  private static final int BEFORE_DISK = 56;
  private static final int BEHIND_DISK = 20;
  private static final int ENTRY = 128;
  private static final int NAME = 36;

  public PartitionTable {
    partitions = List.copyOf(partitions);
  }

  /**
   * A partition.
   *
   * @param type EFI_GUID of what is on it
   * @param id EFI_GUID of the partition itself
   * @param firstBlock the first logical block
   * @param lastBlock the last one
   * @param attributes 64 bits
   * @param name for people
   */
  public record Partition(
      UUID type, UUID id, long firstBlock, long lastBlock, long attributes, String name) {}

  /**
   * Reads one.
   *
   * @throws WireException if the sizes do not add up
   */
  static PartitionTable read(OctetReader in, int uintnOctets) {
    in.skip("efiPartitionHeader", BEFORE_DISK);
    UUID disk = in.guid("diskGuid");
    in.skip("efiPartitionHeader", BEHIND_DISK);
    long count = DataDecoder.uintn("numberOfPartitions", in, uintnOctets);
    if (count < 0 || count > in.remaining() / ENTRY) {
      throw WireException.refused(
              "may count at most " + in.remaining() / ENTRY,
              in.offset(),
              Long.toUnsignedString(count))
          .within("numberOfPartitions");
    }
    List<Partition> partitions = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      UUID type = in.guid("partitionTypeGuid");
      UUID id = in.guid("uniquePartitionGuid");
      long first = in.u64("startingLba");
      long last = in.u64("endingLba");
      long attributes = in.u64("attributes");
      String name = DataDecoder.wide(in.bytes("partitionName", 2 * NAME));
      partitions.add(new Partition(type, id, first, last, attributes, name));
    }
    return new PartitionTable(disk, partitions);
  }

  @Override
  public String summary() {
    return "disk " + disk + " with " + partitions.size() + " partitions";
  }
}
