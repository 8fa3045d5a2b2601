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
    const categories = data.x.map(x => x ?? "–");
    const across = data.kind === "bar" && categories.some(x => String(x).length > 12);
    const values = axis({ type: "value", axisLabel: { color: colour("--soft"), formatter: v => number(v, lang) } });
    const names = axis({ type: "category", data: across ? [...categories].reverse() : categories, splitLine: { show: false }, axisLabel: { color: colour("--soft"), width: 150, overflow: "truncate", interval: across ? 0 : "auto" } });
    return {
      ...frame(),
      grid: { left: 8, right: 20, top: 28, bottom: 8, containLabel: true },
      tooltip: { ...frame().tooltip, trigger: "axis", valueFormatter: v => number(v, lang) },
      xAxis: across ? values : names,
      yAxis: across ? names : values,
      series: data.series.map(s => ({
        name: s.name,
        type: data.kind,
        data: across ? [...s.values].reverse() : s.values,
        barMaxWidth: 42,
        symbolSize: 6,
        large: true,
      })),
    };
  };

  // Points on their own, degrees drawn as a map would: as far apart east as north at this latitude.
  const map = data => {
    const latitudes = data.points.map(p => p[1]);
    const middle = latitudes.reduce((a, b) => a + b, 0) / (latitudes.length || 1);
    const scale = Math.cos(middle * Math.PI / 180);
    const degrees = (value, positive, negative) => `${Math.abs(value).toFixed(3)}° ${value < 0 ? negative : positive}`;
    return {
      ...frame(),
      grid: { left: 8, right: 20, top: 16, bottom: 8, containLabel: true },
      xAxis: axis({ type: "value", scale: true, axisLabel: { color: colour("--soft"), hideOverlap: true, formatter: v => degrees(v / scale, "E", data.west) } }),
      yAxis: axis({ type: "value", scale: true, axisLabel: { color: colour("--soft"), formatter: v => degrees(v, "N", "S") } }),
      dataZoom: [{ type: "inside", xAxisIndex: 0, filterMode: "none" }, { type: "inside", yAxisIndex: 0, filterMode: "none" }],
      tooltip: { ...frame().tooltip, trigger: "item", formatter: p => p.data.name },
      series: [{
        type: "scatter",
        symbolSize: data.points.length > 1000 ? 5 : 8,
        itemStyle: { opacity: 0.75 },
        data: data.points.map((p, i) => ({ value: [p[0] * scale, p[1]], name: data.labels[i] ?? "" })),
      }],
    };
  };

  const draw = figure => {
    const data = JSON.parse(figure.querySelector("script[type='application/json']").textContent);
    const canvas = figure.querySelector(".canvas");
    canvas.hidden = false;
    const chart = echarts.init(canvas, null, { renderer: "canvas" });
    const show = () => chart.setOption(data.kind === "map" ? map(data) : series(data, document.documentElement.lang), true);
    show();
    new ResizeObserver(() => chart.resize()).observe(canvas);
    dark.addEventListener("change", show);
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
