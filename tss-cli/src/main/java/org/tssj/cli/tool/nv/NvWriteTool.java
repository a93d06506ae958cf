package org.tssj.cli.tool.nv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tspi;
import org.tssj.cli.tool.TssResult;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.NvStorage;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;

/** {@code tpm_nvwrite}: writes into an NV area. */
public final class NvWriteTool extends NvAreaTool {

  private static final Option SIZE =
      Option.value('s', "size", "", "Number of bytes to write to the NVRAM area");
  private static final Option OFFSET =
      Option.value('n', "offset", "", "Offset at which to start writing into the NVRAM area");
  private static final Option FILE =
      Option.value('f', "filename", "", "File whose contents to write into the NVRAM area");
  private static final Option DATA =
      Option.value('d', "data", "", "Data to write into the NVRAM area");
  private static final Option FILL =
      Option.value('m', "fill-value", "", "The byte to fill the NVRAM area with");

  private static final NumberOption OF_SIZE = NumberOption.of(SIZE, "length of data");
  private static final NumberOption OF_OFFSET = NumberOption.of(OFFSET, "write offset");
  private static final NumberOption OF_FILL = new NumberOption(FILL, "fill value", 255);

  private static final String FUNCTION = "Tspi_NV_WriteValue";

  /** TSS_E_FAIL: what trousers answers where it finds no area to ask whose secret it wants. */
  private static final TssResult NO_AREA_TO_ASK = new TssResult(0x3002);

  private static final int MOST_TO_FILL = 1 << 20;

  /** The tool. */
  public NvWriteTool() {
    super(Option.UNICODE, Option.WELL_KNOWN, PASSWORD, INDEX, SIZE, OFFSET, FILE, DATA, FILL);
  }

  @Override
  List<NumberOption> numbers() {
    return List.of(NumberOption.OF_INDEX, OF_SIZE, OF_OFFSET, OF_FILL);
  }

  @Override
  protected List<Option> unshown() {
    // The help of the tool of before says --fill-value, and the tool takes --fillvalue alone.
    List<Option> unshown = super.unshown();
    unshown.add(FILL.alias("fillvalue"));
    return unshown;
  }

  @Override
  protected void check(Call call) {
    anyIndex(call);
    if (OF_SIZE.in(call).orElse(0L) > 0 && !call.has(DATA) && !call.has(FILE) && !call.has(FILL)) {
      throw refused(call, "Either data, name of file or fill value must be provided.");
    }
  }

  @Override
  protected void run(Call call) throws IOException {
    NvIndex index = anyIndex(call);
    long offset = OF_OFFSET.in(call).orElse(0L);
    Bytes data = data(call);
    try (Tspi tspi = call.connect()) {
      Optional<AuthValue> password = password(call);
      try {
        NvAccess as = access(call, tspi, index, offset + data.length(), password);
        tspi.deed(FUNCTION, () -> write(tspi.tpm().nv(), index, offset, data, as));
      } finally {
        password.ifPresent(AuthValue::close);
      }
      call.output()
          .say(
              String.format(
                  "Successfully wrote %d bytes at offset %d to NVRAM index %s.\n",
                  data.length(), offset, printed(index)));
    }
  }

  private static Bytes data(Call call) {
    long most = OF_SIZE.in(call).filter(size -> size > 0).orElse(Long.MAX_VALUE);
    Optional<String> text = call.arguments().value(DATA);
    Optional<String> file = call.arguments().value(FILE);
    if (text.isPresent() || file.isPresent()) {
      Bytes all = text.map(Bytes::utf8).orElseGet(() -> content(call, file.orElseThrow()));
      return all.slice(0, (int) Math.min(most, all.length()));
    }
    Optional<Long> fill = OF_FILL.in(call);
    if (fill.isEmpty()) {
      return Bytes.EMPTY;
    }
    long size = OF_SIZE.in(call).orElseThrow(() -> refused(call, "Requiring size parameter."));
    if (size > MOST_TO_FILL) {
      throw refused(call, "No NVRAM area has " + size + " bytes.");
    }
    byte[] octets = new byte[(int) size];
    Arrays.fill(octets, fill.get().byteValue());
    return Bytes.wrap(octets);
  }

  private static Bytes content(Call call, String file) {
    if (!Files.exists(Path.of(file))) {
      throw refused(call, "Could not access file '" + file + "'");
    }
    try {
      return new InputFile(file).read(call.machine());
    } catch (UsageException e) {
      throw refused(call, "Error while reading data.");
    }
  }

  private static NvAccess access(
      Call call, Tspi tspi, NvIndex index, long end, Optional<AuthValue> password) {
    if (index.equals(NvIndex.INDEX0)) {
      if (password.isPresent()) {
        throw tspi.failed(
            FUNCTION, NO_AREA_TO_ASK, new IOException("index 0 is no area, and has no secret"));
      }
      return NvAccess.ANYBODY;
    }
    NvDataPublic area = area(call, tspi, index, "Could not get NVRAM area public information.");
    if (OF_OFFSET.in(call).orElse(0L) > area.dataSize()) {
      throw refused(
          call, "The offset is outside the NVRAM area's size of " + area.dataSize() + " bytes.");
    }
    if (end > area.dataSize()) {
      throw refused(
          call,
          "Writing of data would go beyond the NVRAM area's size of "
              + area.dataSize()
              + " bytes.");
    }
    return access(area, password, NvAttributes.OWNERWRITE, NvAttributes.AUTHWRITE);
  }

  private static void write(NvStorage nv, NvIndex index, long offset, Bytes data, NvAccess as)
      throws IOException {
    if (data.isEmpty()) {
      nv.lockWriting(index, as);
    } else {
      nv.write(index, offset, data, as);
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm nv write writes an NV index of a TPM 2.0";
  }
}
