// What a page can do beyond its HTML: draw the charts and maps whose numbers stand in it as tables, and copy code.
// Nothing is loaded before a reader comes near a chart, and without this file every page still says everything.
"use strict";
(() => {
  const charts = [...document.querySelectorAll("figure[data-chart]")];
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let library;

  const load = src => library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = src;
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const number = (value, lang) => typeof value === "number" ? value.toLocaleString(lang, { maximumFractionDigits: 2 }) : value ?? "–";

  // Drawn on the canvas, tooltips too: the page's policy allows no style that a script writes into HTML.
  const frame = () => ({
    animation: !still,
    animationDuration: 300,
    color: [colour("--link"), colour("--sun"), colour("--good"), colour("--bad"), colour("--warn")],
    textStyle: { color: colour("--ink"), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: 13 },
    tooltip: { renderMode: "richText", confine: true, backgroundColor: colour("--card"), borderColor: colour("--line"), textStyle: { color: colour("--ink") } },
  });

  const axis = (extra) => ({
    axisLine: { lineStyle: { color: colour("--soft") } },
    axisLabel: { color: colour("--soft"), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("--line") } },
    ...extra,
  });

  const series = (data, lang) => {
    const last = data.others ? data.x.length - 1 : -1;
    const sideways = data.kind === "bar" && !data.timeline && data.x.some(x => String(x).length > 12);
    const order = list => sideways ? [...list].reverse() : list;
    const values = axis({ type: "value", axisLabel: { color: colour("--soft"), hideOverlap: true, formatter: v => v.toLocaleString(lang, { notation: "compact", maximumFractionDigits: 2 }) } });
    const names = axis({ type: "category", data: order(data.x), splitLine: { show: false }, axisLabel: { color: colour("--soft"), width: 150, overflow: "truncate", interval: sideways ? 0 : "auto" } });
    return {
      ...frame(),
      grid: { left: 8, right: 20, top: 28, bottom: 8, containLabel: true },
      tooltip: { ...frame().tooltip, trigger: "axis", valueFormatter: v => number(v, lang) },
      xAxis: sideways ? values : names,
      yAxis: sideways ? names : values,
      series: data.series.map(s => ({
        name: s.name,
        type: data.kind,
        data: order(s.values.map((value, i) => i === last ? { value, itemStyle: { color: colour("--soft") } } : value)),
        barMaxWidth: 42,
        symbolSize: 6,
        showSymbol: s.values.length < 100,
      })),
    };
  };

  // Degrees of longitude shrink towards the poles: drawn as far apart as they are at the middle of what is shown.
  const margin = { left: 74, right: 18, top: 12, bottom: 30 };
  const narrowing = box => Math.max(Math.cos((box[1] + box[3]) / 2 * Math.PI / 180), 0.05);
  const extent = (box, chart) => {
    const wide = Math.max(chart.getWidth() - margin.left - margin.right, 1);
    const high = Math.max(chart.getHeight() - margin.top - margin.bottom, 1);
    const narrow = narrowing(box);
    const perPoint = Math.max((box[2] - box[0]) * narrow / wide, (box[3] - box[1]) / high, 0.002 / wide) * 1.08;
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    return { x: [x - perPoint * wide / narrow / 2, x + perPoint * wide / narrow / 2], y: [y - perPoint * high / 2, y + perPoint * high / 2] };
  };

  const degrees = (value, span, lang, positive, negative) => {
    const digits = Math.min(5, Math.max(0, Math.ceil(Math.log10(8 / span))));
    const sign = Math.abs(value) < 10 ** -digits / 2 ? "" : value < 0 ? negative : positive;
    return `${Math.abs(value).toLocaleString(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits })}° ${sign}`;
  };

  // What is one colour is one series for its lines and areas and one for its points, under one name in the legend.
  const map = (data, chart, lang) => {
    const bounds = extent(data.box, chart);
    const palette = colour("--categories").split(" ");
    const groups = data.of ? data.categories : [""];
    const groupOf = place => data.of ? data.of[place] : 0;
    const colourOf = group => !data.of ? colour("--link") : group < palette.length ? palette[group] : colour("--soft");
    const sizes = data.sizes?.filter(s => s !== null) ?? [];
    const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
    // Between 0 and 1; null without a size.
    const share = place => data.sizes?.[place] == null ? null : most > least ? (data.sizes[place] - least) / (most - least) : 1;
    const shade = place => !data.sizes ? 0.35 : share(place) === null ? 0.08 : 0.15 + 0.75 * share(place);
    const tip = place => [data.labels[place], data.of && `${data.colour}: ${data.values[place]}`, data.sizes && `${data.size}: ${number(data.sizes[place], lang)}`].filter(Boolean).join("\n") || "–";
    const path = (ring, api) => {
      let text = "";
      for (let i = 0; i < ring.length; i += 2) text += (i ? "L" : "M") + api.coord([ring[i], ring[i + 1]]).map(v => v.toFixed(1)).join(" ");
      return text;
    };
    const shapes = [...data.areas.map(([place, rings]) => ({ place, rings })), ...data.lines.map(([place, line]) => ({ place, line }))];
    const drawn = group => shapes.filter(s => groupOf(s.place) === group);
    const spanOf = (model, i) => (model.dataZoom[i].end - model.dataZoom[i].start) / 100;
    const span = i => chart.getOption()?.dataZoom ? spanOf(chart.getOption(), i) : 1;
    const grid = (ends, i, positive, negative) => axis({
      type: "value", min: ends[0], max: ends[1], axisLine: { show: false }, axisTick: { show: false },
      splitLine: { lineStyle: { color: colour("--line") }, showMinLine: false, showMaxLine: false },
      axisLabel: { color: colour("--soft"), hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: v => degrees(v, (ends[1] - ends[0]) * span(i), lang, positive, negative) },
    });
    return {
      ...frame(),
      grid: { ...margin, top: margin.top, show: true, borderColor: colour("--line"), borderWidth: 1 },
      legend: { show: Boolean(data.of), type: "scroll", left: margin.left, right: margin.right, top: 0, textStyle: { color: colour("--ink") }, pageTextStyle: { color: colour("--ink") }, data: groups },
      xAxis: grid(bounds.x, 0, "E", data.west),
      yAxis: grid(bounds.y, 1, "N", "S"),
      dataZoom: [0, 1].map(i => ({ type: "inside", [i ? "yAxisIndex" : "xAxisIndex"]: 0, filterMode: "none", zoomOnMouseWheel: "ctrl", moveOnMouseWheel: false, preventDefaultMouseMove: false })),
      tooltip: { ...frame().tooltip, trigger: "item", formatter: p => tip(p.data.place) },
      series: groups.flatMap((name, group) => [
        {
          name, type: "custom", clip: true, color: colourOf(group), itemStyle: { color: colourOf(group) },
          data: drawn(group).map(s => ({ place: s.place, value: s.rings ? [s.rings[0][0], s.rings[0][1]] : [s.line[0], s.line[1]] })),
          renderItem: (params, api) => {
            const shape = drawn(group)[params.dataIndex];
            return shape.rings
              ? { type: "path", shape: { pathData: shape.rings.map(r => path(r, api) + "Z").join("") }, style: { fill: colourOf(group), fillOpacity: shade(shape.place), stroke: colourOf(group), lineWidth: 1 }, emphasis: { style: { lineWidth: 2.5 } } }
              : { type: "path", shape: { pathData: path(shape.line, api) }, style: { fill: "none", stroke: colourOf(group), lineWidth: 2 + 4 * (share(shape.place) ?? 0) }, emphasis: { style: { lineWidth: 5 } } };
          },
        },
        {
          name, type: "scatter", color: colourOf(group), itemStyle: { color: colourOf(group), opacity: 0.75 },
          symbolSize: (value, p) => !data.sizes ? (data.points.length > 1000 ? 5 : 8) : share(p.data.place) === null ? 4 : 5 + 23 * Math.sqrt(share(p.data.place)),
          data: data.points.filter(([place]) => groupOf(place) === group).map(([place, at]) => ({ place, value: at })),
        },
      ]),
    };
  };

  // A round number of metres, as long as fits into a fifth of the map.
  const scaleBar = (chart, lang) => {
    const [left, bottom] = [margin.left + 12, chart.getHeight() - margin.bottom - 12];
    const reach = (chart.getWidth() - margin.left - margin.right) / 5;
    const from = chart.convertFromPixel({ gridIndex: 0 }, [left, bottom]);
    const to = chart.convertFromPixel({ gridIndex: 0 }, [left + reach, bottom]);
    if (!from || !to) return;
    const metres = (to[0] - from[0]) * 111320 * Math.cos(from[1] * Math.PI / 180);
    const power = 10 ** Math.floor(Math.log10(metres));
    const round = [5, 2, 1].map(n => n * power).find(n => n <= metres);
    if (!round) return;
    const length = reach * round / metres;
    const text = round >= 1000 ? `${number(round / 1000, lang)} km` : `${number(round, lang)} m`;
    chart.setOption({ graphic: [
      { id: "bar", type: "polyline", silent: true, z: 20, shape: { points: [[left, bottom - 6], [left, bottom], [left + length, bottom], [left + length, bottom - 6]] }, style: { stroke: colour("--ink"), lineWidth: 2, fill: "none" } },
      { id: "length", type: "text", silent: true, z: 20, left, top: bottom - 24, style: { text, fill: colour("--ink"), font: `13px ${getComputedStyle(document.body).fontFamily}`, stroke: colour("--paper"), lineWidth: 3 } },
    ] });
  };

  const zoom = (chart, factor) => chart.dispatchAction({
    type: "dataZoom",
    batch: chart.getOption().dataZoom.map((z, dataZoomIndex) => {
      if (!factor) return { dataZoomIndex, start: 0, end: 100 };
      const half = Math.min((z.end - z.start) * factor, 100) / 2;
      const middle = Math.min(Math.max((z.start + z.end) / 2, half), 100 - half);
      return { dataZoomIndex, start: middle - half, end: middle + half };
    }),
  });

  // The drawing with its title above and where it is from beneath: a picture travels alone.
  const picture = (chart, title) => {
    const [drawing, scale] = [chart.renderToCanvas({ pixelRatio: 2, backgroundColor: colour("--paper") }), 2];
    const page = document.createElement("canvas");
    [page.width, page.height] = [drawing.width, drawing.height + 92 * scale];
    const pen = page.getContext("2d");
    pen.fillStyle = colour("--paper");
    pen.fillRect(0, 0, page.width, page.height);
    pen.drawImage(drawing, 0, 44 * scale);
    const family = getComputedStyle(document.body).fontFamily;
    const write = (text, y, font, ink) => { pen.font = `${font} ${family}`; pen.fillStyle = colour(ink); pen.fillText(text, 12 * scale, y * scale, page.width - 24 * scale); };
    write(title, 28, `600 ${17 * scale}px`, "--ink");
    write(document.title, 44 + drawing.height / scale + 18, `${11 * scale}px`, "--soft");
    write(location.origin + location.pathname, 44 + drawing.height / scale + 36, `${11 * scale}px`, "--soft");
    const link = document.createElement("a");
    link.href = page.toDataURL("image/png");
    link.download = `${title.normalize("NFD").replace(/[^\w]+/g, "-").slice(0, 80)}.png`;
    link.click();
  };

  const draw = figure => {
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const lang = document.documentElement.lang;
    const canvas = figure.querySelector(".canvas");
    canvas.hidden = false;
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    const isMap = data.kind === "map";
    if (isMap && data.of) margin.top = 40;
    const show = () => {
      chart.setOption(isMap ? map(data, chart, lang) : series(data, lang), true);
      if (isMap) scaleBar(chart, lang);
    };
    show();
    if (isMap) chart.on("datazoom", () => scaleBar(chart, lang));
    new ResizeObserver(() => { chart.resize(); if (isMap) show(); }).observe(canvas);
    dark.addEventListener("change", show);
    for (const group of figure.querySelectorAll("[data-zooms]")) group.hidden = false;
    for (const button of figure.querySelectorAll("button[data-zoom]")) button.addEventListener("click", () => zoom(chart, Number(button.dataset.zoom)));
    for (const button of figure.querySelectorAll("button[data-picture]")) {
      button.hidden = false;
      button.addEventListener("click", () => picture(chart, button.dataset.picture));
    }
    figure.dataset.drawn = "true";
  };

  const near = new IntersectionObserver(entries => {
    for (const entry of entries.filter(e => e.isIntersecting)) {
      near.unobserve(entry.target);
      load(entry.target.dataset.library).then(() => draw(entry.target)).catch(() => { entry.target.dataset.drawn = "failed"; });
    }
  }, { rootMargin: "200px" });
  charts.forEach(figure => near.observe(figure));

  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      const said = button.textContent;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = said; }, 2000);
    });
  }
})();
