/** What makes the page of a diagram answer: search, zoom, and details at a click. It holds nothing of the graph. */
export const pageScript = `
const find = (query, of = document) => [...of.querySelectorAll(query)]
const svg = document.querySelector('#stage svg')
const [, , wide, tall] = svg.getAttribute('viewBox').split(' ').map(Number)
let view = { x: 0, y: 0, k: 1 }
const look = () => svg.setAttribute('viewBox', [view.x, view.y, wide / view.k, tall / view.k].join(' '))
const point = (event) => new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse())
const zoom = (by, at) => {
  const k = Math.min(40, Math.max(0.5, view.k * by))
  view = { x: at.x - (at.x - view.x) * view.k / k, y: at.y - (at.y - view.y) * view.k / k, k }
  look()
}
const middle = () => ({ x: view.x + wide / view.k / 2, y: view.y + tall / view.k / 2 })
document.querySelector('#in').onclick = () => zoom(1.3, middle())
document.querySelector('#out').onclick = () => zoom(1 / 1.3, middle())
document.querySelector('#whole').onclick = () => { view = { x: 0, y: 0, k: 1 }; look() }
const stage = document.querySelector('#stage')
stage.addEventListener('wheel', (event) => {
  event.preventDefault()
  zoom(Math.exp(-event.deltaY / 400), point(event))
}, { passive: false })
let held
stage.onpointerdown = (event) => { held = point(event) }
stage.onpointermove = (event) => {
  if (!held || !event.buttons) return
  const now = point(event)
  view = { ...view, x: view.x + held.x - now.x, y: view.y + held.y - now.y }
  look()
}
stage.onpointerup = () => { held = undefined }
const boxes = find('.box'), arrows = find('.arrow'), sections = find('section')
const show = (wanted, arrow) => {
  for (const box of boxes) box.classList.toggle('dim', !wanted(box.dataset.box))
  for (const each of arrows) each.classList.toggle('dim', !arrow(each))
}
const all = () => show(() => true, () => true)
const choose = (id) => {
  for (const section of sections) section.hidden = section.dataset.section !== id
  if (id === undefined) return all()
  const own = arrows.filter((each) => each.dataset.from === id || each.dataset.to === id)
  const near = new Set([id, ...own.flatMap((each) => [each.dataset.from, each.dataset.to])])
  show((box) => near.has(box), (each) => own.includes(each))
}
for (const box of boxes) {
  box.addEventListener('click', (event) => { event.stopPropagation(); choose(box.dataset.box) })
  box.addEventListener('keydown', (event) => { if (event.key === 'Enter') choose(box.dataset.box) })
}
stage.addEventListener('click', () => choose())
const search = document.querySelector('#search'), found = document.querySelector('#found')
search.oninput = () => {
  const text = search.value.trim().toLowerCase()
  choose()
  found.textContent = ''
  if (text === '') return
  const hits = new Set(sections.filter((each) => each.textContent.toLowerCase().includes(text)).map((each) => each.dataset.section))
  show((box) => hits.has(box), (each) => hits.has(each.dataset.from) && hits.has(each.dataset.to))
  found.textContent = hits.size + (hits.size === 1 ? ' label' : ' labels')
}
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') { search.value = ''; found.textContent = ''; choose() }
  if (event.key === '/' && document.activeElement !== search) { event.preventDefault(); search.focus() }
})
`
