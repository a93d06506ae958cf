package org.tssj.cli.tool.nv;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.NamedFile;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;

/** {@code tpm_nvread}: reads an NV area. */
public final class NvReadTool extends NvAreaTool {

  private static final Option SIZE =
      Option.value('s', "size", "", "Number of bytes to read from the NVRAM area");
  private static final Option OFFSET =
      Option.value('n', "offset", "", "Offset at which to start reading from the NVRAM area");
  private static final Option FILE = Option.value('f', "filename", "", "File to write data to.");

  private static final NumberOption OF_SIZE = NumberOption.of(SIZE, "length of data");
  private static final NumberOption OF_OFFSET = NumberOption.of(OFFSET, "read offset");

  private static final int LINE = 16;

  /** The tool. */
  public NvReadTool() {
    super(Option.UNICODE, Option.WELL_KNOWN, PASSWORD, INDEX, SIZE, OFFSET, FILE);
  }

  @Override
  List<NumberOption> numbers() {
    return List.of(NumberOption.OF_INDEX, OF_SIZE, OF_OFFSET);
  }

  @Override
  protected void check(Call call) {
    areaIndex(call);
  }

  @Override
  protected void run(Call call) throws IOException {
    NvIndex index = areaIndex(call);
    long offset = OF_OFFSET.in(call).orElse(0L);
    try (Tspi tspi = call.connect()) {
      Optional<AuthValue> password = password(call);
      Bytes data;
      try {
        NvDataPublic area =
            area(call, tspi, index, "Could not get the NVRAM area's public information.");
        if (offset > area.dataSize()) {
          throw refused(
              call,
              "The offset is outside the NVRAM area's size of " + area.dataSize() + " bytes.");
        }
        long left = area.dataSize() - offset;
        long size = Math.min(left, OF_SIZE.in(call).orElse(left));
        NvAccess as = access(area, password, NvAttributes.OWNERREAD, NvAttributes.AUTHREAD);
        data = tspi.call("Tspi_NV_ReadValue", () -> read(tspi, index, offset, size, as));
      } finally {
        password.ifPresent(AuthValue::close);
      }
      show(call, index, offset, data);
    }
  }

  private static Bytes read(Tspi tspi, NvIndex index, long offset, long size, NvAccess as)
      throws IOException {
    if (size == 0) {
      tspi.tpm().nv().lockReading(index, as);
      return Bytes.EMPTY;
    }
    return tspi.tpm().nv().read(index, offset, Math.toIntExact(size), as);
  }

  private static void show(Call call, NvIndex index, long offset, Bytes data) {
    Optional<String> file = call.arguments().value(FILE);
    if (file.isEmpty()) {
      call.output().say(lines(offset, data));
      return;
    }
    if (!new NamedFile(file.get()).writePrivately(data)) {
      throw refused(call, "Could not open file " + file.get() + " for writing.");
    }
    call.output().say("Successfully wrote data from NVRAM area " + printed(index) + " to file.\n");
  }

  /** Lines of 16 octets: where they stand, in hexadecimal, and what is a letter. */
  private static String lines(long offset, Bytes data) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < data.length(); at += LINE) {
      text.append(String.format("%08x  ", offset + at));
      StringBuilder letters = new StringBuilder();
      for (int k = at; k < at + LINE; k++) {
        if (k < data.length()) {
          text.append(HexFormat.of().toHexDigits((byte) data.get(k))).append(' ');
          letters.append(isGraphic(data.get(k)) ? (char) data.get(k) : ' ');
        } else {
          text.append("   ");
        }
      }
      text.append(' ').append(letters).append('\n');
    }
    return text.toString();
  }

  private static boolean isGraphic(int octet) {
    return octet > ' ' && octet < 0x7f;
  }

  @Override
  protected String onTpm20() {
    return "tpm nv read reads an NV index of a TPM 2.0";
  }
}
